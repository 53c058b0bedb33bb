/** Places a card beside a point of the map, whole inside it, with a tip that points there. All in CSS pixels. */
export interface Point {
	x: number;
	y: number;
}

export interface Size {
	width: number;
	height: number;
}

export interface Placed extends Point {
	/** The side of the card its tip stands on, and how far down. */
	side: 'left' | 'right';
	tip: number;
	/** Whether the point is on the map, beside the card. */
	pointing: boolean;
}

const GAP = 16;
const MARGIN = 8;
const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

export function placeBeside(point: Point, card: Size, map: Size): Placed {
	const right = point.x + GAP + card.width <= map.width - MARGIN || point.x < map.width / 2;
	const x = clamp(
		right ? point.x + GAP : point.x - GAP - card.width,
		MARGIN,
		Math.max(MARGIN, map.width - card.width - MARGIN)
	);
	const y = clamp(point.y - card.height / 3, MARGIN, Math.max(MARGIN, map.height - card.height - MARGIN));
	const tip = clamp(point.y - y, 12, Math.max(12, card.height - 12));
	const beside = right ? point.x < x : point.x > x + card.width;
	const pointing = beside && point.x >= 0 && point.x <= map.width && Math.abs(point.y - y - tip) < GAP;
	return { x, y, side: right ? 'left' : 'right', tip, pointing };
}
