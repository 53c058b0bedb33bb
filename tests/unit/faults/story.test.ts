import { describe, expect, test } from 'vitest';
import type { StoryFiles } from '$lib/server/input/read';
import {
	ARTICLE,
	errorOf,
	light,
	PASSAGES,
	sentencesOf,
	withLayer,
	withPassage,
	withPlace,
	withYaml,
	type Spoilt
} from '../../support/story/story';

const passageCalled = (to: string): StoryFiles =>
	withPassage(light, 'denied', (passage) => (passage.id = to));
const placeCalled = (from: string, to: string): StoryFiles =>
	withPlace(light, from, (place) => (place.id = to));
const viewCalled = (to: string): StoryFiles => withYaml(light, ARTICLE, ({ views }) => (views[1].id = to));
const nothingDrawn = withYaml(
	withLayer(light, 'origin-countries', ({ features }) =>
		features.forEach((place: Spoilt) => {
			place.geometry = null;
			place.properties.listed = true;
		})
	),
	ARTICLE,
	({ views }) => (views[1].layers = ['origin-countries'])
);

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
		[
			'two views',
			viewCalled('border-region'),
			/article\.yaml: view "border-region" has the id of another view/
		],
		['a view and a place', viewCalled('syria'), /article\.yaml: view "syria" has the id of a place/],
		['a view and a passage', viewCalled('denied'), /article\.yaml: view "denied" has the id of a passage/],
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
			'a date twice',
			withYaml(light, ARTICLE, ({ dates }) => dates.push({ ...dates[0] })),
			/article\.yaml: dates resolve a phrase twice\. Found: "yesterday"\. Keep one/
		],
		[
			'words left out twice',
			withYaml(light, PASSAGES, ({ leftOut }) => leftOut.push({ ...leftOut[0] })),
			/passages\.yaml: leftOut lists words twice\. Found: ".*Keep one/
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
		],
		[
			'a first view of no layer that is there',
			withYaml(light, ARTICLE, ({ views }) => (views[0].layers = ['rivers'])),
			/article\.yaml: view "border-region" .*"rivers"\. Name a file of geo/
		],
		[
			'a view in which nothing is drawn',
			nothingDrawn,
			/article\.yaml: view "origin-countries-view" shows no place that is drawn.*Add a layer/
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
