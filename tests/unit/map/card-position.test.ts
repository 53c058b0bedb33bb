import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeBeside } from '$lib/map/card-position';

const runs = { numRuns: 1000, seed: 20211120 };
const length = (min: number, max: number) => fc.integer({ min, max });

/** A card that fits into a map, and a point on the map or beyond its edges. */
const scene = fc.record({
	card: fc.record({ width: length(100, 400), height: length(60, 500) }),
	map: fc.record({ width: length(420, 2000), height: length(520, 1500) }),
	point: fc.record({ x: length(-3000, 5000), y: length(-3000, 5000) })
});

test('a card is whole inside the map, wherever its place is', () => {
	fc.assert(
		fc.property(scene, ({ point, card, map }) => {
			const { x, y } = placeBeside(point, card, map);
			expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
			expect(x + card.width).toBeLessThanOrEqual(map.width);
			expect(y + card.height).toBeLessThanOrEqual(map.height);
		}),
		runs
	);
});

test('a card beside which there is room does not cover its place', () => {
	const roomy = scene
		.map(({ point, card, map }) => ({ point, card, map: { ...map, width: 2 * card.width + 48 + map.width } }))
		.filter(({ point, map }) => point.x >= 0 && point.x <= map.width);
	fc.assert(
		fc.property(roomy, ({ point, card, map }) => {
			const { x, side } = placeBeside(point, card, map);
			expect(side === 'left' ? point.x < x : point.x > x + card.width).toBe(true);
		}),
		runs
	);
});

test('the tip stands on the edge that faces the place, and points only when it reaches it', () => {
	fc.assert(
		fc.property(scene, ({ point, card, map }) => {
			const { x, y, side, tip, pointing } = placeBeside(point, card, map);
			expect(tip).toBeGreaterThan(0);
			expect(tip).toBeLessThan(card.height);
			if (!pointing) return;
			const edge = side === 'left' ? x : x + card.width;
			expect(Math.abs(point.x - edge)).toBeLessThanOrEqual(Math.abs(point.x - (2 * x + card.width - edge)));
			expect(Math.abs(y + tip - point.y)).toBeLessThan(17);
			expect(point.x).toBeGreaterThanOrEqual(0);
			expect(point.x).toBeLessThanOrEqual(map.width);
		}),
		runs
	);
});

test('a place in the open map is pointed at, from the left of its card or from the right', () => {
	const card = { width: 300, height: 200 };
	const map = { width: 1000, height: 700 };
	expect(placeBeside({ x: 300, y: 350 }, card, map)).toMatchObject({ side: 'left', pointing: true });
	expect(placeBeside({ x: 900, y: 350 }, card, map)).toMatchObject({ side: 'right', pointing: true });
	expect(placeBeside({ x: -50, y: 350 }, card, map)).toMatchObject({ pointing: false });
	expect(placeBeside({ x: 300, y: 900 }, card, map)).toMatchObject({ pointing: false });
});

test('a card that fits on neither side stands away from its place', () => {
	const [card, map] = [
		{ width: 300, height: 200 },
		{ width: 420, height: 700 }
	];
	expect(placeBeside({ x: 100, y: 350 }, card, map).x).toBe(112);
	expect(placeBeside({ x: 320, y: 350 }, card, map).x).toBe(8);
});

test('a card wider than the map keeps its beginning in view', () => {
	const { x, y } = placeBeside({ x: 150, y: 100 }, { width: 500, height: 900 }, { width: 300, height: 400 });
	expect([x, y]).toEqual([8, 8]);
});
