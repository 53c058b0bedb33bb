/** Faults between the files of a story: ids, the limit of the rights, dates, left out words, views. */
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
	type AnyData
} from '../../support/story/story';

const withPassageId = (newId: string): StoryFiles =>
	withPassage(light, 'denied', (passage) => (passage.id = newId));
const withPlaceId = (oldId: string, newId: string): StoryFiles =>
	withPlace(light, oldId, (place) => (place.id = newId));
const withViewId = (newId: string): StoryFiles =>
	withYaml(light, ARTICLE, ({ views }) => (views[1].id = newId));
const emptyView = withYaml(
	withLayer(light, 'origin-countries', ({ features }) =>
		features.forEach((place: AnyData) => {
			place.geometry = null;
			place.properties.listed = true;
		})
	),
	ARTICLE,
	({ views }) => (views[2].layers = ['origin-countries'])
);

describe('an id that is taken, reserved or malformed is a fault', () => {
	const cases: [string, StoryFiles, RegExp][] = [
		[
			'of two passages',
			withPassageId('caption'),
			/passages\.yaml: passage "caption" has the id of another passage/
		],
		[
			'of a passage and a place',
			withPassageId('syria'),
			/passages\.yaml: passage "syria" has the id of a place/
		],
		[
			'of a passage and the page',
			withPassageId('map'),
			/passages\.yaml: passage "map" has an id.*another id/
		],
		[
			'of a passage and JavaScript',
			withPassageId('constructor'),
			/passages\.yaml: passage "constructor" has an id/
		],
		[
			'of two places in two layers',
			withPlaceId('grodno-region', 'belarus'),
			/other-places\.geojson: place "belarus" has the id of a place in layer "border-camp"/
		],
		[
			'of two places in one layer',
			withPlaceId('iraq', 'syria'),
			/place "syria" has the id of a place in layer "origin/
		],
		[
			'of a place and JavaScript',
			withPlaceId('minsk', 'constructor'),
			/place "constructor" has an id.*another id/
		],
		['of a place and the page', withPlaceId('minsk', 'map'), /other-places\.geojson: place "map" has an id/],
		[
			'of two views',
			withViewId('border-region'),
			/article\.yaml: view "border-region" has the id of another view/
		],
		['of a view and a place', withViewId('syria'), /article\.yaml: view "syria" has the id of a place/],
		['of a view and a passage', withViewId('denied'), /article\.yaml: view "denied" has the id of a passage/],
		[
			'that cannot be part of an address',
			withPlaceId('minsk', 'Minsk city'),
			/other-places.*"Minsk city".*small letters/
		]
	];
	test.each(cases)('%s', (_what, faulty, sentence) => {
		expect(sentencesOf(faulty)).toContainEqual(expect.stringMatching(sentence));
	});
});

describe('a story makes one fault with', () => {
	const cases: [string, StoryFiles, RegExp][] = [
		[
			'more quotes than the rights allow',
			withYaml(light, ARTICLE, ({ rights }) => (rights.limit = 0.4)),
			/article\.yaml: rights\.limit is lower than .*0\.559.*Found: 0\.4\. Quote less/
		],
		[
			'a date for a phrase that is not in the article',
			withYaml(light, ARTICLE, ({ dates }) => (dates[0].phrase = 'tomorrow')),
			/article\.yaml: dates .*"tomorrow"\. Copy it/
		],
		[
			'two dates for one phrase',
			withYaml(light, ARTICLE, ({ dates }) => dates.push({ ...dates[0] })),
			/article\.yaml: dates resolve a phrase twice\. Found: "yesterday"\. Keep one/
		],
		[
			'the same words left out twice',
			withYaml(light, PASSAGES, ({ leftOut }) => leftOut.push({ ...leftOut[0] })),
			/passages\.yaml: leftOut lists words twice\. Found: ".*Keep one/
		],
		[
			'left out words that are not in the article',
			withYaml(light, PASSAGES, ({ leftOut }) => (leftOut[0].words = 'London')),
			/passages\.yaml: leftOut .*"London"\. Copy them/
		],
		[
			'a view of an unknown layer',
			withYaml(light, ARTICLE, ({ views }) => views[2].layers.push('rivers')),
			/article\.yaml: view "origins" .*"rivers"\. Name a file of geo/
		],
		[
			'a first view of unknown layers only',
			withYaml(light, ARTICLE, ({ views }) => (views[0].layers = ['rivers'])),
			/article\.yaml: view "border-region" .*"rivers"\. Name a file of geo/
		],
		[
			'a view of an unknown place',
			withYaml(light, ARTICLE, ({ views }) => views[1].places.push('atlantis')),
			/article\.yaml: view "camp" .*"atlantis"\. Name a place/
		],
		[
			'a view whose bbox has longitude and latitude swapped',
			withYaml(light, ARTICLE, ({ views }) => (views[1].bbox = [53.42, 23.48, 53.63, 23.88])),
			/article\.yaml: view "camp" frames none of its .*\[53\.42,23\.48,53\.63,23\.88\]\. Correct its bbox/
		],
		[
			'a view of neither layers nor places',
			withYaml(light, ARTICLE, ({ views }) => delete views[1].places),
			/article\.yaml: view "camp" shows no place that is drawn.*Add a layer/
		],
		[
			'a view in which no place is drawn',
			emptyView,
			/article\.yaml: view "origins" shows no place that is drawn.*Add a layer/
		]
	];
	test.each(cases)('%s', (_what, faulty, sentence) => {
		expect(sentencesOf(faulty)).toEqual([expect.stringMatching(sentence)]);
	});
});

describe('several faults', () => {
	const faultyPassage = withPassage(light, 'denied', (passage) =>
		Object.assign(passage, { verb: 'confirmed', speaker: 'putin' })
	);
	const faultyPlace = withPlace(faultyPassage, 'border-camp', ({ geometry }) =>
		geometry.coordinates.reverse()
	);
	const error = errorOf(withYaml(faultyPlace, ARTICLE, ({ rights }) => (rights.limit = 0.4)));

	test('are listed together, each with its own sentence', () => {
		expect(error.message).toMatch(/^There are 4 faults/);
		expect(error.faults).toHaveLength(4);
		for (const sentence of [
			/border-camp\.geojson: place "border-camp"/,
			/"putin"/,
			/"confirmed"/,
			/rights\.limit/
		])
			expect(error.message).toMatch(sentence);
	});

	test('are shown without a stack trace', () => {
		expect(`${error.message}\n${error.stack}`).not.toMatch(/^\s*at /m);
	});
});
