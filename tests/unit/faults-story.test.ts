import { describe, expect, test } from 'vitest';
import type { StoryFiles } from '$lib/server/read';
import { ARTICLE, errorOf, light, PASSAGES, sentencesOf, withPassage, withPlace, withYaml } from './story';

const passageCalled = (to: string): StoryFiles =>
	withPassage(light, 'denied', (passage) => (passage.id = to));
const placeCalled = (from: string, to: string): StoryFiles =>
	withPlace(light, from, (place) => (place.id = to));

describe('an id that cannot be one', () => {
	const cases: [string, StoryFiles, RegExp][] = [
		[
			'two passages',
			passageCalled('caption'),
			/passages\.yaml: passage "caption" has the id of another passage/
		],
		[
			'a passage and a place',
			passageCalled('syria'),
			/passages\.yaml: passage "syria" has the id of a place/
		],
		['a passage and the page', passageCalled('map'), /passages\.yaml: passage "map" has an id.*another id/],
		[
			'a passage and JavaScript',
			passageCalled('constructor'),
			/passages\.yaml: passage "constructor" has an id/
		],
		[
			'places of two layers',
			placeCalled('grodno-region', 'belarus'),
			/other-places\.geojson: place "belarus" has the id of a place in layer "border-camp"/
		],
		[
			'places of one layer',
			placeCalled('iraq', 'syria'),
			/place "syria" has the id of a place in layer "origin/
		],
		[
			'a place and JavaScript',
			placeCalled('minsk', 'constructor'),
			/place "constructor" has an id.*another id/
		],
		['a place and the page', placeCalled('minsk', 'map'), /other-places\.geojson: place "map" has an id/],
		['not an address', placeCalled('minsk', 'Minsk city'), /other-places.*"Minsk city".*small letters/]
	];
	test.each(cases)('%s', (_what, spoilt, sentence) => {
		expect(sentencesOf(spoilt)).toContainEqual(expect.stringMatching(sentence));
	});
});

describe('what the article says of itself', () => {
	const cases: [string, StoryFiles, RegExp][] = [
		[
			'more quoted than the rights allow',
			withYaml(light, ARTICLE, ({ rights }) => (rights.limit = 0.4)),
			/article\.yaml: rights\.limit is lower than .*0\.559.*Found: 0\.4\. Quote less/
		],
		[
			'a date for a phrase that is not there',
			withYaml(light, ARTICLE, ({ dates }) => (dates[0].phrase = 'tomorrow')),
			/article\.yaml: dates .*"tomorrow"\. Copy it/
		],
		[
			'words left out that are not there',
			withYaml(light, PASSAGES, ({ leftOut }) => (leftOut[0].words = 'London')),
			/passages\.yaml: leftOut .*"London"\. Copy them/
		],
		[
			'a view of a layer that is not there',
			withYaml(light, ARTICLE, ({ views }) => views[1].layers.push('rivers')),
			/article\.yaml: view "origin-countries-view" .*"rivers"\. Name a file of geo/
		]
	];
	test.each(cases)('%s', (_what, spoilt, sentence) => {
		expect(sentencesOf(spoilt)).toEqual([expect.stringMatching(sentence)]);
	});
});

describe('several faults', () => {
	const inPassage = withPassage(light, 'denied', (passage) =>
		Object.assign(passage, { verb: 'confirmed', speaker: 'putin' })
	);
	const inPlace = withPlace(inPassage, 'border-camp', ({ geometry }) => geometry.coordinates.reverse());
	const error = errorOf(withYaml(inPlace, ARTICLE, ({ rights }) => (rights.limit = 0.4)));

	test('are told at once, each in its sentence', () => {
		expect(error.message).toMatch(/^There are 4 faults/);
		expect(error.faults).toHaveLength(4);
		for (const told of [
			/border-camp\.geojson: place "border-camp"/,
			/"putin"/,
			/"confirmed"/,
			/rights\.limit/
		])
			expect(error.message).toMatch(told);
	});

	test('come without the stack of the program', () => {
		expect(`${error.message}\n${error.stack}`).not.toMatch(/^\s*at /m);
	});
});
