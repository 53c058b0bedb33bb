/** Calculates where a card is placed beside a point of the map, and where its tip points. All values are CSS pixels. */

export interface Point {
	x: number;
	y: number;
}

export interface Size {
	width: number;
	height: number;
}

/** `x` and `y` are the top left corner of the card, from that of the map. */
export interface Placed extends Point {
	/** The edge of the card at which its tip is. */
	side: 'left' | 'right';
	/** Distance of the tip from the top of the card. */
	tip: number;
	/** Whether the tip reaches the point: the point is on the map, beside the card, at the height of the tip. */
	pointing: boolean;
}

/** Between the point and the card. */
const GAP = 16;
/** Between the card and the edges of the map. */
const MARGIN = 8;
const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/**
 * Places the card to the right of the point if there is room or the point is in the left half of the map, and otherwise
 * to its left. The card stays inside the map; if it is larger than the map, its top left corner does.
 */
export function placeBeside(point: Point, card: Size, map: Size): Placed {
	const isRight = point.x + GAP + card.width <= map.width - MARGIN || point.x < map.width / 2;
	const x = clamp(
		isRight ? point.x + GAP : point.x - GAP - card.width,
		MARGIN,
		Math.max(MARGIN, map.width - card.width - MARGIN)
	);
	const y = clamp(point.y - card.height / 3, MARGIN, Math.max(MARGIN, map.height - card.height - MARGIN));
	const tip = clamp(point.y - y, 12, Math.max(12, card.height - 12));
	const isBeside = isRight ? point.x < x : point.x > x + card.width;
	const pointing = isBeside && point.x >= 0 && point.x <= map.width && Math.abs(point.y - y - tip) < GAP;
	return { x, y, side: isRight ? 'left' : 'right', tip, pointing };
}
