import fc from 'fast-check';
import type { BBox } from 'geojson';
import { expect, test } from 'vitest';
import { fit, project, squareAround, unproject } from '$lib/geo/mercator';

const runs = { numRuns: 200, seed: 20211120 };
const degrees = (most: number) => fc.integer({ min: -most * 1000, max: most * 1000 }).map((n) => n / 1000);
const box = fc
	.tuple(degrees(179), degrees(84), degrees(179), degrees(84))
	.map(([a, b, c, d]): BBox => [
		Math.min(a, c),
		Math.min(b, d),
		Math.max(a, c) + 0.001,
		Math.max(b, d) + 0.001
	]);

const sides = ([west, south, east, north]: BBox): [width: number, height: number] => {
	const [left, top] = project([west, north]);
	const [right, bottom] = project([east, south]);
	return [right - left, bottom - top];
};

test('a position that is projected and taken back is the same', () => {
	fc.assert(
		fc.property(degrees(180), degrees(85), (longitude, latitude) => {
			const [x, y] = project([longitude, latitude]);
			const back = unproject(x, y);
			expect(back[0]).toBeCloseTo(longitude, 9);
			expect(back[1]).toBeCloseTo(latitude, 9);
		}),
		runs
	);
});

test('east is right, south is down, and the world is the unit square', () => {
	expect(project([0, 0])).toEqual([0.5, 0.5]);
	const [left, top] = project([-180, 85.0511287798]);
	const [right, bottom] = project([180, -85.0511287798]);
	for (const [found, wanted] of [
		[left, 0],
		[top, 0],
		[right, 1],
		[bottom, 1]
	])
		expect(found).toBeCloseTo(wanted!, 9);
});

test('the box around boxes is square on the map and holds them all, and no smaller one does', () => {
	fc.assert(
		fc.property(fc.array(box, { minLength: 1, maxLength: 4 }), (boxes) => {
			const around = squareAround(boxes, 0);
			const [width, height] = sides(around);
			expect(width).toBeCloseTo(height, 9);
			for (const [west, south, east, north] of boxes) {
				expect(around[0]).toBeLessThanOrEqual(west + 1e-9);
				expect(around[1]).toBeLessThanOrEqual(south + 1e-9);
				expect(around[2]).toBeGreaterThanOrEqual(east - 1e-9);
				expect(around[3]).toBeGreaterThanOrEqual(north - 1e-9);
			}
			const corner = (index: number, pick: (...all: number[]) => number): number =>
				pick(...boxes.map((each) => each[index]!));
			const held: BBox = [corner(0, Math.min), corner(1, Math.min), corner(2, Math.max), corner(3, Math.max)];
			expect(width).toBeCloseTo(Math.max(...sides(held)), 9);
		}),
		runs
	);
});

test('a margin widens it by that share of its side, on every side', () => {
	fc.assert(
		fc.property(box, fc.double({ min: 0, max: 0.5, noNaN: true }), (only, margin) => {
			const [narrow] = sides(squareAround([only], 0));
			const [wide] = sides(squareAround([only], margin));
			expect(wide).toBeCloseTo(narrow * (1 + 2 * margin), 9);
		}),
		runs
	);
});

test('a box that is fitted is whole in the map, in its middle, and touches two opposite sides', () => {
	const size = fc.record({
		width: fc.integer({ min: 50, max: 3000 }),
		height: fc.integer({ min: 50, max: 3000 })
	});
	fc.assert(
		fc.property(box, size, (bbox, { width, height }) => {
			const { center, zoom } = fit(bbox, { width, height });
			const [across, down] = sides(bbox).map((side) => side * 512 * 2 ** zoom) as [number, number];
			expect(Math.max(across / width, down / height)).toBeCloseTo(1, 9);
			const [x, y] = project(center);
			const [left, top] = project([bbox[0], bbox[3]]);
			expect((x - left) * 2).toBeCloseTo(sides(bbox)[0], 9);
			expect((y - top) * 2).toBeCloseTo(sides(bbox)[1], 9);
		}),
		runs
	);
});
