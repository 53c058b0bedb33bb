/** Where a card is placed beside its place and the lines on the map, and how far the map moves for it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeBeside, type Placed, type Point, type Size, type Target } from '$lib/map/card-position';

const runs = { numRuns: 1000, seed: 20211120 };
const length = (min: number, max: number) => fc.integer({ min, max });
const at = (x: number, y: number, ...lines: Point[][]): Target => ({ points: [{ x, y }], lines });

const points = fc.record({ x: length(-3000, 5000), y: length(-3000, 5000) });
/** A card that fits into its map, a point inside or outside the map, and a line anywhere. */
const scene = fc.record({
	card: fc.record({ width: length(100, 400), height: length(60, 500) }),
	map: fc.record({ width: length(420, 2000), height: length(520, 1500) }),
	point: points,
	line: fc.array(points, { maxLength: 8 })
});

/** Whether a point is under the card, once the map has moved. */
const covers = ({ x, y, missing }: Placed, { width, height }: Size, point: Point): boolean => {
	const [left, top] = [point.x - missing.x, point.y - missing.y];
	return left > x && left < x + width && top > y && top < y + height;
};
const alongLine = (line: Point[]): Point[] =>
	line.slice(1).flatMap((end, index) => {
		const start = line[index] ?? end;
		return Array.from({ length: 101 }, (_, step) => ({
			x: start.x + ((end.x - start.x) * step) / 100,
			y: start.y + ((end.y - start.y) * step) / 100
		}));
	});

test('a card is completely inside the map, wherever its place and the line are', () => {
	fc.assert(
		fc.property(scene, ({ point, line, card, map }) => {
			const { x, y } = placeBeside(at(point.x, point.y, line), card, map);
			expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
			expect(x + card.width).toBeLessThanOrEqual(map.width);
			expect(y + card.height).toBeLessThanOrEqual(map.height);
		}),
		runs
	);
});

test('the map moves by 420 pixels at most, and in one direction', () => {
	fc.assert(
		fc.property(scene, ({ point, line, card, map }) => {
			const { x, y } = placeBeside(at(point.x, point.y, line), card, map).missing;
			expect(Math.min(x, y)).toBe(0);
			expect(Math.max(x, y)).toBeLessThanOrEqual(420);
		}),
		runs
	);
});

test('where the map moves, the card covers neither its place nor the line', () => {
	fc.assert(
		fc.property(scene, ({ point, line, card, map }) => {
			const placed = placeBeside(at(point.x, point.y, line), card, map);
			if (placed.missing.x + placed.missing.y === 0) return;
			for (const each of [point, ...alongLine(line)]) expect(covers(placed, card, each)).toBe(false);
		}),
		runs
	);
});

const card = { width: 344, height: 400 };
const map = { width: 1200, height: 800 };
/** A border that bends to the east below the place. */
const border = [
	{ x: 300, y: -50 },
	{ x: 310, y: 200 },
	{ x: 420, y: 420 },
	{ x: 250, y: 900 }
];

test('the card is to the right of its place and of the line that runs beside it', () => {
	const placed = placeBeside(at(310, 200, border), card, map);
	expect(placed).toMatchObject({ side: 'left', missing: { x: 0, y: 0 } });
	expect(placed.x).toBeGreaterThanOrEqual(430);
	for (const each of alongLine(border)) expect(covers(placed, card, each)).toBe(false);
});

test('a line that does not run beside the card leaves it at its place', () => {
	const away = border.map(({ x, y }) => ({ x: x + 800, y }));
	expect(placeBeside(at(310, 200, away), card, map).x).toBe(326);
});

test('without room to the right, the map moves by what is missing', () => {
	const placed = placeBeside(at(1000, 400), card, map);
	expect(placed).toMatchObject({ side: 'left', missing: { x: 1000 + 16 + 344 + 8 - 1200, y: 0 } });
});

test('the card is clear of the sign of its place', () => {
	const target: Target = {
		points: [
			{ x: 300, y: 400 },
			{ x: 340, y: 400 }
		],
		lines: []
	};
	expect(placeBeside(target, card, map).x).toBe(356);
});

test('along a line across the whole map the card is below it, and the map moves up if it must', () => {
	const across = [
		{ x: -500, y: 300 },
		{ x: 400, y: 380 },
		{ x: 2000, y: 310 }
	];
	const placed = placeBeside(at(400, 380, across), card, map);
	expect(placed.side).toBe('top');
	expect(placed.missing).toEqual({ x: 0, y: expect.any(Number) as number });
	for (const each of alongLine(across)) expect(covers(placed, card, each)).toBe(false);
});

test('a place further than the map may move has its card to the left', () => {
	const placed = placeBeside(at(2000, 400), card, map);
	expect(placed).toMatchObject({ side: 'right', pointer: undefined, missing: { x: 0, y: 0 } });
});

test('a near place has a tip, a place further away a line that begins at it', () => {
	expect(placeBeside(at(300, 400), card, map).pointer).toMatchObject({ isTip: true });
	const { pointer, x } = placeBeside(at(310, 200, border), card, map);
	expect(pointer).toMatchObject({ isTip: false, from: { x: 310, y: 200 }, to: { x } });
});

test('a card does not point to a place outside the map', () => {
	expect(placeBeside(at(-50, 350), card, map).pointer).toBeUndefined();
	expect(placeBeside(at(300, 900), card, map).pointer).toBeUndefined();
});

test('a card larger than the map has its top left corner inside the map', () => {
	const { x, y } = placeBeside(at(150, 100), { width: 500, height: 900 }, { width: 300, height: 400 });
	expect([x, y]).toEqual([8, 8]);
});
