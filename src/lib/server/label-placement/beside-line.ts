/** Finds where the signs of places on a line stand at one zoom: beside it, in its order, and clear of each other. */
import { pushApart } from './push-apart';

/** Pixels. */
export type Pixel = readonly [x: number, y: number];

export interface SignLine {
	/** The line in pixels. */
	points: Pixel[];
	/** The spots of the places on it. */
	spots: Pixel[];
	/** Whether the signs stand to the left or right of the line, not above or below it. */
	isUpright: boolean;
	/** -1: they stand to the left or above; 1: to the right or below. */
	direction: -1 | 1;
}

export interface SignSize {
	/** Pixels between the centres of two signs, at least. */
	spacing: number;
	/** Pixels between the line and the centre of a sign. */
	gap: number;
}

/** Whether the line runs up and down rather than across. */
export function runsUpright(points: readonly Pixel[]): boolean {
	const size = (axis: 0 | 1): number => {
		const values = points.map((point) => point[axis]);
		return Math.max(...values) - Math.min(...values);
	};
	return size(1) >= size(0);
}

/**
 * The centres of the signs, in the order of the spots. The nearest signs of two spots are at least `spacing` apart.
 * @param obstacles centres of other symbols, which signs do not cover
 */
export function signsBeside(
	line: SignLine,
	{ spacing, gap }: SignSize,
	obstacles: readonly Pixel[]
): Pixel[] {
	const { points, spots, isUpright, direction } = line;
	const along = (point: Pixel): number => point[isUpright ? 1 : 0];
	const across = (point: Pixel): number => point[isUpright ? 0 : 1];
	const order = spots.map((_spot, index) => index);
	order.sort((a, b) => along(spots[a] ?? [0, 0]) - along(spots[b] ?? [0, 0]) || a - b);
	const pushed = pushApart(
		order.map((index) => along(spots[index] ?? [0, 0])),
		spacing
	);
	const signs: Pixel[] = [];
	for (const [place, index] of order.entries()) {
		const spot = spots[index] ?? [0, 0];
		const at = pushed[place] ?? 0;
		const reach = Math.abs(at - along(spot)) + spacing;
		const outermost = outermostNear(
			points.map((point) => [along(point), across(point)]),
			{
				along: at,
				across: across(spot),
				band: spacing / 2,
				reach: reach + gap,
				direction
			}
		);
		signs[index] = clearOf(obstacles, outermost + direction * gap, direction, spacing, (value) =>
			isUpright ? [value, at] : [at, value]
		);
	}
	return signs;
}

interface Near {
	along: number;
	across: number;
	/** How far from `along` the line counts, and how far from `across`: other bends of a long line do not. */
	band: number;
	reach: number;
	direction: -1 | 1;
}

/** How far out the line goes beside a sign, in the direction in which the sign stands. */
function outermostNear(points: Pixel[], { along, across, band, reach, direction }: Near): number {
	const values = points.slice(1).flatMap((end, index) => {
		const start = points[index] ?? end;
		const edges = [along - band, along + band].flatMap((at) => crossing(start, end, at));
		return Math.abs(end[0] - along) <= band ? [...edges, end[1]] : edges;
	});
	const near = [across, ...values].filter((value) => Math.abs(value - across) <= reach);
	return direction < 0 ? Math.min(...near) : Math.max(...near);
}

/** Where a segment passes this value of its first axis. */
function crossing([a, from]: Pixel, [b, to]: Pixel, at: number): number[] {
	if (at < Math.min(a, b) || at > Math.max(a, b)) return [];
	return a === b ? [from, to] : [from + ((at - a) / (b - a)) * (to - from)];
}

/** How often a sign is moved further from the line to be clear of obstacles. */
const TRIES = 6;

function clearOf(
	obstacles: readonly Pixel[],
	start: number,
	direction: -1 | 1,
	spacing: number,
	at: (value: number) => Pixel
): Pixel {
	const isFree = ([x, y]: Pixel): boolean =>
		obstacles.every(([otherX, otherY]) => Math.hypot(x - otherX, y - otherY) >= spacing);
	for (let tries = 0; tries < TRIES; tries++) {
		const point = at(start + (direction * tries * spacing) / 2);
		if (isFree(point)) return point;
	}
	return at(start);
}
