/** Where the signs of places on a line stand: beside it, in order, apart, and joined to their spots. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runsUpright, signsBeside, type Pixel } from '$lib/server/label-placement/beside-line';
import { pushApart } from '$lib/server/label-placement/push-apart';
import { SIGN_STEPS } from '$lib/style/symbols';
import { theStory } from '../../support/story/story';

const SIZE = { spacing: 18, gap: 28 };
const values = fc
	.array(fc.integer({ min: -500, max: 500 }), { maxLength: 40 })
	.map((all) => all.sort((a, b) => a - b));

describe('pushing apart', () => {
	test('keeps the order and the distance', () => {
		fc.assert(
			fc.property(values, (all) => {
				const pushed = pushApart(all, 18);
				expect(pushed).toHaveLength(all.length);
				for (const [index, value] of pushed.slice(1).entries())
					expect(value - (pushed[index] ?? NaN)).toBeGreaterThanOrEqual(18 - 1e-6);
			})
		);
	});

	test('moves nothing that is far enough apart', () => {
		expect(pushApart([0, 18, 50], 18)).toEqual([0, 18, 50]);
	});

	test('moves values that are too close by the same distance to both sides', () => {
		expect(pushApart([100, 100], 18)).toEqual([91, 109]);
		expect(pushApart([0, 10, 20], 18)).toEqual([-8, 10, 28]);
	});
});

const coordinate = fc.integer({ min: 0, max: 800 });
const line = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 12 });
/** A line, spots on its segments, and on which side its signs stand. */
const lines = fc
	.tuple(
		line,
		fc.array(fc.tuple(fc.nat(10), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 15 }),
		fc.constantFrom<-1 | 1>(-1, 1)
	)
	.map(([points, shares, direction]) => {
		const spots = shares.map(([segment, share]): Pixel => {
			const at = segment % (points.length - 1);
			const [[x = 0, y = 0] = [], [endX = 0, endY = 0] = []] = [points[at], points[at + 1]];
			return [x + share * (endX - x), y + share * (endY - y)];
		});
		return { points, spots, isUpright: runsUpright(points), direction };
	});

describe('signs beside any line', () => {
	const along = (point: Pixel | undefined, isUpright: boolean): number => point?.[isUpright ? 1 : 0] ?? NaN;
	const across = (point: Pixel | undefined, isUpright: boolean): number => point?.[isUpright ? 0 : 1] ?? NaN;

	test('are as far apart as they must be, and in the order of their spots', () => {
		fc.assert(
			fc.property(lines, (line) => {
				const signs = signsBeside(line, SIZE, []);
				for (const [a, [x, y]] of signs.entries())
					for (const [b, [otherX, otherY]] of signs.entries()) {
						if (a === b) continue;
						expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThanOrEqual(SIZE.spacing - 1e-6);
						if (along(line.spots[a], line.isUpright) < along(line.spots[b], line.isUpright))
							expect(along(signs[a], line.isUpright)).toBeLessThan(along(signs[b], line.isUpright));
					}
			})
		);
	});

	test('stand on their side of their spots, clear of the line there', () => {
		fc.assert(
			fc.property(lines, (line) => {
				for (const [index, sign] of signsBeside(line, SIZE, []).entries()) {
					const distance = across(sign, line.isUpright) - across(line.spots[index], line.isUpright);
					expect(distance * line.direction).toBeGreaterThanOrEqual(SIZE.gap - 1e-6);
				}
			})
		);
	});

	test('give way to another symbol', () => {
		const upright = {
			points: [
				[100, 0],
				[100, 200]
			] as Pixel[],
			spots: [[100, 100]] as Pixel[],
			isUpright: true,
			direction: -1 as const
		};
		expect(signsBeside(upright, SIZE, [])).toEqual([[72, 100]]);
		const [[x = NaN] = []] = signsBeside(upright, SIZE, [[72, 100]]);
		expect(x).toBeLessThanOrEqual(54);
	});
});

describe('the signs of the story', () => {
	const { story, drawing } = theStory();
	const standing = Object.entries(drawing.signs);

	test('are those of all places on a line', () => {
		const expected = story.places.filter(({ on }) => on).map(({ id }) => id);
		expect(new Set(standing.map(([id]) => id))).toEqual(new Set(expected));
	});

	test('stand on the first side of the line, at every step', () => {
		for (const [, { side, offsets }] of standing) {
			expect(side).toBe('left');
			expect(offsets).toHaveLength(SIGN_STEPS);
			for (const [x] of offsets) expect(x).toBeLessThan(0);
		}
	});

	test('have names that stay once they are shown, and none at the first step', () => {
		for (const [, { named }] of standing) expect(named).toBeGreaterThan(0);
	});
});
