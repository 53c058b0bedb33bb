/** What the key says of the statuses of a layer. */
import { describe, expect, test } from 'vitest';
import type { Layer, Place } from '$lib/model/story';
import { statusKeys } from '$lib/server/pages/status-key';
import { theStory } from '../../support/story/story';

const { story } = theStory();
const [layer] = story.layers.filter(({ statuses }) => statuses.length > 0) as [Layer];
const withStatus = story.places.filter(({ status }) => status);
const keyOf = (places: Place[], layers = story.layers) => statusKeys({ layers, places });
const changed = (change: Partial<NonNullable<Place['status']>>): Place[] =>
	withStatus.map((place, index) =>
		index === 0 ? ({ ...place, status: { ...place.status, ...change } } as Place) : place
	);

describe('the key of the story', () => {
	const [key] = keyOf(story.places);

	test('counts every place with a status once, in the order of the layer', () => {
		expect(key?.rows.map(({ label, count }) => [label, count])).toEqual([
			['Open', 2],
			['Freight only', 4],
			['Suspended by Belarus', 1],
			['Closed', 4],
			['No traffic', 2]
		]);
	});

	test('says of when the statuses are, and that the article does not speak of the places', () => {
		expect(key).toMatchObject({
			layer: layer.id,
			heading: `${layer.label} in November 2021`,
			isQuoted: false,
			hasBroken: true,
			hasStretch: true
		});
	});
});

test('a value that the layer does not list has a row at the end, with an empty, broken ring', () => {
	const [key] = keyOf(changed({ value: 'flooded' }));
	expect(key?.rows.at(-1)).toEqual({ label: 'flooded', sign: 'ring', broken: true, count: 1 });
});

test('statuses of several dates have no date in their heading', () => {
	expect(keyOf(changed({ date: '2022-01' }))[0]?.heading).toBe(layer.label);
});

test('a key without broken rings and stretches explains none', () => {
	const certain = withStatus.map(
		(place) =>
			({ ...place, certainty: 'certain', status: { ...place.status, certainty: 'certain' } }) as Place
	);
	expect(keyOf(certain)).toMatchObject([{ hasBroken: false, hasStretch: false }]);
});

test('a layer without statuses of places has no key', () => {
	expect(keyOf(story.places.filter(({ status }) => !status))).toEqual([]);
});
