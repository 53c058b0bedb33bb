/**
 * Calculates where a card is placed beside its place on the map, clear of the lines that run there, and by how much the
 * map must move if there is no room. All values are CSS pixels.
 */

export interface Point {
	x: number;
	y: number;
}

export interface Size {
	width: number;
	height: number;
}

/** What a card must not cover. */
export interface Target {
	/** The place: first the point that the card points to, then others that belong to it, such as its sign. */
	points: [Point, ...Point[]];
	lines: Point[][];
}

/** `x` and `y` are the top left corner of the card, from that of the map. */
export interface Placed extends Point {
	/** The edge of the card that faces the place. */
	side: 'left' | 'right' | 'top' | 'bottom';
	/** From the place to the card; undefined if the place is not on the map or under the card. */
	pointer: { from: Point; to: Point; isTip: boolean } | undefined;
	/** How far the map must move to the left and upwards, so that the card covers neither place nor line. */
	missing: Point;
}

/** Between the place and the card. */
const GAP = 16;
/** Between a line and the card. */
const CLEARANCE = 12;
/** Between the card and the edges of the map. */
const MARGIN = 8;
/** By which the map moves at most. */
const MAX_MOVE = 420;
/** Longest distance that the tip of the card bridges. */
const MAX_TIP = 34;
/** Where the place is beside the card, from its top, as shares of its height. */
const SHARES = [1 / 6, 1 / 3, 1 / 2, 2 / 3, 5 / 6];

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/**
 * The card is to the right of its place and of the lines that run beside the card. If the map would have to move too far
 * for that, the card is to the left if there is room, or below. It stays inside the map; if it is larger than the map, its
 * top left corner does.
 */
export function placeBeside(target: Target, card: Size, map: Size): Placed {
	const scene: Scene = { ...target, card, map };
	const right = placeRight(scene);
	if (right.missing.x <= MAX_MOVE) return right;
	const left = mirrored(placeRight(mirrorScene(scene)), scene);
	if (left.missing.x === 0) return left;
	const below = transposed(placeRight(transposeScene(scene)));
	return below.missing.y <= MAX_MOVE ? below : { ...right, missing: { x: 0, y: 0 } };
}

interface Scene extends Target {
	card: Size;
	map: Size;
}

function placeRight(scene: Scene): Placed {
	const { points, card, map } = scene;
	const [anchor] = points;
	const [best] = SHARES.map((share) => {
		const y = clamp(
			anchor.y - card.height * share,
			MARGIN,
			Math.max(MARGIN, map.height - card.height - MARGIN)
		);
		const x = clearOfLines(scene, Math.max(...points.map(({ x }) => x)) + GAP, y);
		return { y, missing: Math.max(0, x + card.width + MARGIN - map.width), x };
	}).sort((a, b) => a.missing - b.missing);
	const { x: wanted, y, missing } = best ?? { x: MARGIN, y: MARGIN, missing: 0 };
	const x = clamp(wanted, MARGIN, Math.max(MARGIN, map.width - card.width - MARGIN));
	return { x, y, side: 'left', pointer: pointerTo(scene, { x, y }), missing: { x: missing, y: 0 } };
}

/** The first x from `start` on at which no line is under the card. */
function clearOfLines({ lines, card }: Scene, start: number, y: number): number {
	const [top, bottom] = [y - CLEARANCE, y + card.height + CLEARANCE];
	const spans = lines
		.flatMap((line) =>
			line.slice(1).flatMap((end, index) => spanBetween(line[index] ?? end, end, top, bottom))
		)
		.sort((a, b) => a[0] - b[0]);
	let x = start;
	for (const [from, to] of spans)
		if (to > x - CLEARANCE && from < x + card.width + CLEARANCE) x = Math.max(x, to + CLEARANCE);
	return x;
}

/** From where to where a segment goes between two heights. */
function spanBetween(start: Point, end: Point, top: number, bottom: number): [from: number, to: number][] {
	const [upper, lower] = start.y <= end.y ? [start, end] : [end, start];
	if (lower.y < top || upper.y > bottom) return [];
	const at = (y: number): number =>
		lower.y === upper.y ? upper.x : upper.x + ((y - upper.y) / (lower.y - upper.y)) * (lower.x - upper.x);
	const ends =
		lower.y === upper.y ? [start.x, end.x] : [at(Math.max(top, upper.y)), at(Math.min(bottom, lower.y))];
	return [[Math.min(...ends), Math.max(...ends)]];
}

function pointerTo({ points: [anchor], card, map }: Scene, { x, y }: Point): Placed['pointer'] {
	const isOnMap = anchor.x >= 0 && anchor.x <= map.width && anchor.y >= 0 && anchor.y <= map.height;
	const to = { x, y: clamp(anchor.y, y + GAP, Math.max(y + GAP, y + card.height - GAP)) };
	if (!isOnMap || anchor.x >= x) return undefined;
	return { from: anchor, to, isTip: x - anchor.x <= MAX_TIP && Math.abs(to.y - anchor.y) < GAP };
}

/** Left and right exchanged. */
function mirrorScene({ points, lines, card, map }: Scene): Scene {
	const mirror = ({ x, y }: Point): Point => ({ x: map.width - x, y });
	return {
		points: points.map(mirror) as Scene['points'],
		lines: lines.map((line) => line.map(mirror)),
		card,
		map
	};
}

function mirrored({ x, pointer, ...placed }: Placed, { card, map }: Scene): Placed {
	const mirror = (point: Point): Point => ({ x: map.width - point.x, y: point.y });
	return {
		...placed,
		x: map.width - x - card.width,
		side: 'right',
		pointer: pointer && { ...pointer, from: mirror(pointer.from), to: mirror(pointer.to) }
	};
}

const transpose = ({ x, y }: Point): Point => ({ x: y, y: x });
const transposeSize = ({ width, height }: Size): Size => ({ width: height, height: width });

/** The two axes exchanged. */
const transposeScene = ({ points, lines, card, map }: Scene): Scene => ({
	points: points.map(transpose) as Scene['points'],
	lines: lines.map((line) => line.map(transpose)),
	card: transposeSize(card),
	map: transposeSize(map)
});

const transposed = ({ pointer, missing, ...placed }: Placed): Placed => ({
	...placed,
	...transpose(placed),
	side: 'top',
	pointer: pointer && { ...pointer, from: transpose(pointer.from), to: transpose(pointer.to) },
	missing: transpose(missing)
});
