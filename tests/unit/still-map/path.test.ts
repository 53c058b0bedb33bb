import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PathText } from '$lib/server/still-map/path';

type Point = [number, number];

/** What a browser makes of path data with M, m, l and z in it: each line as its absolute points. */
function linesOf(text: string): Point[][] {
	const lines: Point[][] = [];
	let at: Point = [0, 0];
	for (const [, letter = '', rest = ''] of text.matchAll(/([Mmlz])([^Mmlz]*)/g)) {
		const numbers = (rest.match(/-?\d+/g) ?? []).map(Number);
		if (letter === 'z') at = lines.at(-1)?.[0] ?? at;
		for (let index = 0; index < numbers.length; index += 2) {
			const [x = 0, y = 0] = numbers.slice(index);
			at = letter === 'M' ? [x, y] : [at[0] + x, at[1] + y];
			if (letter !== 'l' && index === 0) lines.push([at]);
			else lines.at(-1)?.push(at);
		}
		// After M more positions would be absolute lines, which are not written.
		if (letter === 'M') expect(numbers).toHaveLength(2);
	}
	return lines;
}

const coordinate = fc.double({ min: -3000, max: 3000, noNaN: true });
const shapes = fc.array(
	fc.record({
		points: fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 12 }),
		closed: fc.boolean()
	}),
	{ minLength: 1, maxLength: 5 }
);

function textOf(shapes: { points: Point[]; closed: boolean }[]): string {
	const path = new PathText();
	for (const { points, closed } of shapes) {
		for (const [index, [x, y]] of points.entries()) path[index === 0 ? 'moveTo' : 'lineTo'](x, y);
		if (closed) path.closePath();
	}
	return path.text;
}

/** Whole, and without points that repeat the one before. */
const expected = (points: Point[]): Point[] =>
	points
		.map(([x, y]): Point => [Math.round(x) + 0, Math.round(y) + 0])
		.filter(([x, y], index, all) => index === 0 || x !== all[index - 1]?.[0] || y !== all[index - 1]?.[1]);

test('path data says every point to the unit, however many, and does not drift', () => {
	fc.assert(
		fc.property(shapes, (drawn) => {
			expect(linesOf(textOf(drawn))).toEqual(drawn.map(({ points }) => expected(points)));
		}),
		{ numRuns: 1000, seed: 20211120 }
	);
});

test('paths put together stay where they are', () => {
	fc.assert(
		fc.property(shapes, shapes, (one, other) => {
			expect(linesOf(textOf(one) + textOf(other))).toEqual([
				...linesOf(textOf(one)),
				...linesOf(textOf(other))
			]);
		}),
		{ numRuns: 300, seed: 20211120 }
	);
});
