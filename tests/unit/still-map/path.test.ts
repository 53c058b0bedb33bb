/** SVG path data in integers and relative commands. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PathText } from '$lib/server/still-map/path';

type Point = [number, number];

/** Parses path data with the commands M, m, l and z: the absolute points of each subpath. */
function linesOf(text: string): Point[][] {
	const lines: Point[][] = [];
	let position: Point = [0, 0];
	for (const [, command = '', rest = ''] of text.matchAll(/([Mmlz])([^Mmlz]*)/g)) {
		const numbers = (rest.match(/-?\d+/g) ?? []).map(Number);
		if (command === 'z') position = lines.at(-1)?.[0] ?? position;
		for (let index = 0; index < numbers.length; index += 2) {
			const [x = 0, y = 0] = numbers.slice(index);
			position = command === 'M' ? [x, y] : [position[0] + x, position[1] + y];
			if (command !== 'l' && index === 0) lines.push([position]);
			else lines.at(-1)?.push(position);
		}
		// Further points after M would be absolute; the code never writes them.
		if (command === 'M') expect(numbers).toHaveLength(2);
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

/** Rounded, and without points that equal the previous one. */
const expected = (points: Point[]): Point[] =>
	points
		.map(([x, y]): Point => [Math.round(x) + 0, Math.round(y) + 0])
		.filter(([x, y], index, all) => index === 0 || x !== all[index - 1]?.[0] || y !== all[index - 1]?.[1]);

test('every point of a path is exact to the unit, however long the path is', () => {
	fc.assert(
		fc.property(shapes, (drawn) => {
			expect(linesOf(textOf(drawn))).toEqual(drawn.map(({ points }) => expected(points)));
		}),
		{ numRuns: 1000, seed: 20211120 }
	);
});

test('concatenated paths keep their positions', () => {
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
