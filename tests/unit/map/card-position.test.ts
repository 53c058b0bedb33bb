/** Where a card is placed beside its place on the map. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeBeside } from '$lib/map/card-position';

const runs = { numRuns: 1000, seed: 20211120 };
const length = (min: number, max: number) => fc.integer({ min, max });

/** A card that fits into its map, and a point inside or outside the map. */
const scene = fc.record({
	card: fc.record({ width: length(100, 400), height: length(60, 500) }),
	map: fc.record({ width: length(420, 2000), height: length(520, 1500) }),
	point: fc.record({ x: length(-3000, 5000), y: length(-3000, 5000) })
});

test('a card is completely inside the map, wherever its place is', () => {
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

test('on a map with room beside the place, the card does not cover it', () => {
	const wideScene = scene
		.map(({ point, card, map }) => ({ point, card, map: { ...map, width: 2 * card.width + 48 + map.width } }))
		.filter(({ point, map }) => point.x >= 0 && point.x <= map.width);
	fc.assert(
		fc.property(wideScene, ({ point, card, map }) => {
			const { x, side } = placeBeside(point, card, map);
			expect(side === 'left' ? point.x < x : point.x > x + card.width).toBe(true);
		}),
		runs
	);
});

test('the tip is on the edge that faces the place, and points only if it reaches the place', () => {
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

test('a card points to a place on the map from either side, and not to a place outside the map', () => {
	const card = { width: 300, height: 200 };
	const map = { width: 1000, height: 700 };
	expect(placeBeside({ x: 300, y: 350 }, card, map)).toMatchObject({ side: 'left', pointing: true });
	expect(placeBeside({ x: 900, y: 350 }, card, map)).toMatchObject({ side: 'right', pointing: true });
	expect(placeBeside({ x: -50, y: 350 }, card, map)).toMatchObject({ pointing: false });
	expect(placeBeside({ x: 300, y: 900 }, card, map)).toMatchObject({ pointing: false });
});

test('a card that fits on neither side covers its place rather than leave the map', () => {
	const [card, map] = [
		{ width: 300, height: 200 },
		{ width: 420, height: 700 }
	];
	expect(placeBeside({ x: 100, y: 350 }, card, map).x).toBe(112);
	expect(placeBeside({ x: 320, y: 350 }, card, map).x).toBe(8);
});

test('a card larger than the map has its top left corner inside the map', () => {
	const { x, y } = placeBeside({ x: 150, y: 100 }, { width: 500, height: 900 }, { width: 300, height: 400 });
	expect([x, y]).toEqual([8, 8]);
});
