/** Which side of a line is which: the story says what they are, the build where they are. */
import { expect, test } from 'vitest';
import { leftSide } from '$lib/server/places/relate';
import type { Surveyed } from '$lib/server/places/surveyed';
import { theStory } from '../../support/story/story';

const square = (west: number): number[][][] => [
	[
		[west, 50],
		[west + 2, 50],
		[west + 2, 52],
		[west, 52],
		[west, 50]
	]
];
const placeOf = (id: string, geometry: object, properties: object = {}): Surveyed =>
	({ id, geometry, given: geometry, properties }) as unknown as Surveyed;
const areas = new Map(
	[
		placeOf('west', { type: 'Polygon', coordinates: square(20) }),
		placeOf('east', { type: 'Polygon', coordinates: square(22) })
	].map((place) => [place.id, place])
);
const northToSouth = [
	[22, 51.9],
	[22, 51],
	[22, 50.1]
];
const lineOf = (coordinates: number[][], sides: string[]): Surveyed =>
	placeOf('line', { type: 'LineString', coordinates }, { sides });

test('the left side follows from the areas, not from the order in which they are named', () => {
	expect(leftSide(lineOf(northToSouth, ['west', 'east']), areas)).toBe(2);
	expect(leftSide(lineOf(northToSouth, ['east', 'west']), areas)).toBe(1);
	expect(leftSide(lineOf(northToSouth.toReversed(), ['west', 'east']), areas)).toBe(1);
});

test('a line inside one of the areas, or far from them, has no left side', () => {
	const moved = (degrees: number) => northToSouth.map(([x = 0, y = 0]) => [x + degrees, y]);
	expect(leftSide(lineOf(moved(-1), ['west', 'east']), areas)).toBeUndefined();
	expect(leftSide(lineOf(moved(9), ['west', 'east']), areas)).toBeUndefined();
});

test('the two sides of the border are drawn as such, and nothing else is', () => {
	const { story, drawing } = theStory();
	const { sides } = story.places.find(({ id }) => id === 'border') ?? {};
	const tints = drawing.parts.features.map(({ properties: { place, tint } }) => [place, tint]);
	expect(sides).toHaveLength(2);
	expect(new Map(tints.filter(([, tint]) => tint) as [string, number][])).toEqual(
		new Map(sides?.map((id, index) => [id, index + 1]))
	);
});
