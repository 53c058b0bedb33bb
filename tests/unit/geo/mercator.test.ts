/** Web Mercator: projection, and boxes that are square on the map. */
import fc from 'fast-check';
import type { BBox } from 'geojson';
import { expect, test } from 'vitest';
import { fit, project, squareAround, unproject } from '$lib/geo/mercator';

const runs = { numRuns: 200, seed: 20211120 };
/** Between -max and max, in thousandths. */
const degrees = (max: number) =>
	fc.integer({ min: -max * 1000, max: max * 1000 }).map((thousandths) => thousandths / 1000);
const box = fc
	.tuple(degrees(179), degrees(84), degrees(179), degrees(84))
	.map(([longitude, latitude, otherLongitude, otherLatitude]): BBox => [
		Math.min(longitude, otherLongitude),
		Math.min(latitude, otherLatitude),
		Math.max(longitude, otherLongitude) + 0.001,
		Math.max(latitude, otherLatitude) + 0.001
	]);

/** On the unit square. */
const sizeOf = ([west, south, east, north]: BBox): [width: number, height: number] => {
	const [left, top] = project([west, north]);
	const [right, bottom] = project([east, south]);
	return [right - left, bottom - top];
};

test('unproject reverses project', () => {
	fc.assert(
		fc.property(degrees(180), degrees(85), (longitude, latitude) => {
			const [x, y] = project([longitude, latitude]);
			const unprojected = unproject(x, y);
			expect(unprojected[0]).toBeCloseTo(longitude, 9);
			expect(unprojected[1]).toBeCloseTo(latitude, 9);
		}),
		runs
	);
});

test('the world is the unit square, with x to the east and y to the south', () => {
	expect(project([0, 0])).toEqual([0.5, 0.5]);
	const [left, top] = project([-180, 85.0511287798]);
	const [right, bottom] = project([180, -85.0511287798]);
	for (const [actual, expected] of [
		[left, 0],
		[top, 0],
		[right, 1],
		[bottom, 1]
	])
		expect(actual).toBeCloseTo(expected!, 9);
});

test('squareAround is the smallest box that is square on the map and contains all boxes', () => {
	fc.assert(
		fc.property(fc.array(box, { minLength: 1, maxLength: 4 }), (boxes) => {
			const around = squareAround(boxes, 0);
			const [width, height] = sizeOf(around);
			expect(width).toBeCloseTo(height, 9);
			for (const [west, south, east, north] of boxes) {
				expect(around[0]).toBeLessThanOrEqual(west + 1e-9);
				expect(around[1]).toBeLessThanOrEqual(south + 1e-9);
				expect(around[2]).toBeGreaterThanOrEqual(east - 1e-9);
				expect(around[3]).toBeGreaterThanOrEqual(north - 1e-9);
			}
			const edge = (index: number, choose: (...values: number[]) => number): number =>
				choose(...boxes.map((each) => each[index]!));
			const union: BBox = [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)];
			expect(width).toBeCloseTo(Math.max(...sizeOf(union)), 9);
		}),
		runs
	);
});

test('the margin of squareAround adds that share of the side on each side', () => {
	fc.assert(
		fc.property(box, fc.double({ min: 0, max: 0.5, noNaN: true }), (bbox, margin) => {
			const [side] = sizeOf(squareAround([bbox], 0));
			const [widened] = sizeOf(squareAround([bbox], margin));
			expect(widened).toBeCloseTo(side * (1 + 2 * margin), 9);
		}),
		runs
	);
});

test('fit shows the whole box in the middle of the map, at the highest zoom', () => {
	const size = fc.record({
		width: fc.integer({ min: 50, max: 3000 }),
		height: fc.integer({ min: 50, max: 3000 })
	});
	fc.assert(
		fc.property(box, size, (bbox, { width, height }) => {
			const { center, zoom } = fit(bbox, { width, height });
			const [boxWidth, boxHeight] = sizeOf(bbox).map((side) => side * 512 * 2 ** zoom) as [number, number];
			expect(Math.max(boxWidth / width, boxHeight / height)).toBeCloseTo(1, 9);
			const [x, y] = project(center);
			const [left, top] = project([bbox[0], bbox[3]]);
			expect((x - left) * 2).toBeCloseTo(sizeOf(bbox)[0], 9);
			expect((y - top) * 2).toBeCloseTo(sizeOf(bbox)[1], 9);
		}),
		runs
	);
});
