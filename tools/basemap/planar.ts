/** Distances and areas as on a plane, in kilometres: exact enough within a few hundred kilometres. */

/** Two numbers, always: GeoJSON's own type promises none. */
export type Position = [longitude: number, latitude: number];

const KILOMETRES_PER_DEGREE = 111.32;

/** Kilometres east and north of one position from another. */
function offset([x1, y1]: Position, [x2, y2]: Position): [east: number, north: number] {
	return [
		(x2 - x1) * KILOMETRES_PER_DEGREE * Math.cos(((y1 + y2) * Math.PI) / 360),
		(y2 - y1) * KILOMETRES_PER_DEGREE
	];
}

export const distance = (a: Position, b: Position): number => Math.hypot(...offset(a, b));

export function distanceToSegment(position: Position, start: Position, end: Position): number {
	const [x, y] = offset(start, position);
	const [u, v] = offset(start, end);
	const share = Math.max(0, Math.min(1, (x * u + y * v) / (u * u + v * v || 1)));
	return Math.hypot(x - share * u, y - share * v);
}

export const distanceToNearest = (position: Position, positions: Position[]): number =>
	positions.reduce((least, other) => Math.min(least, distance(position, other)), Infinity);

export const nearest = (position: Position, positions: Position[]): Position =>
	positions.reduce((best, other) => (distance(other, position) < distance(best, position) ? other : best));

/** Square kilometres: above zero when the ring runs counter-clockwise. */
export function signedArea(ring: Position[]): number {
	const [start] = ring;
	if (!start) return 0;
	let sum = 0;
	let [x1, y1] = [0, 0];
	for (const position of ring) {
		const [x2, y2] = offset(start, position);
		sum += (x1 * y2 - x2 * y1) / 2;
		[x1, y1] = [x2, y2];
	}
	return sum;
}

export const area = (ring: Position[]): number => Math.abs(signedArea(ring));

export function isInside([x, y]: Position, ring: Position[]): boolean {
	let inside = false;
	let [x1, y1] = ring.at(-1) ?? [0, 0];
	for (const [x2, y2] of ring) {
		const isLeftOfEdge = y2 > y !== y1 > y && x < ((x1 - x2) * (y - y2)) / (y1 - y2) + x2;
		if (isLeftOfEdge) inside = !inside;
		[x1, y1] = [x2, y2];
	}
	return inside;
}
