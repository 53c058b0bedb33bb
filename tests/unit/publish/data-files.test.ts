/** The published data files. */
import { check } from '@placemarkio/check-geojson';
import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { annotations, passagesCsv, placeFeatures } from '$lib/server/publish/data-files';
import { files, theStory } from '../../support/story/story';

const { story, drawing } = theStory();

interface Annotation {
	id: string;
	type: string;
	body: { type: string; source: string; basis: string; words?: string; because?: string }[];
	target: { source: string; selector: { type: string; exact?: string; start?: number; end?: number }[] };
	speaker: { name: string; role: string };
	voice: string;
	verb?: string;
}
interface Collection {
	'@context': unknown[];
	type: string;
	total: number;
	first: { type: string; items: Annotation[] };
}

describe('annotations.json', () => {
	const collection = JSON.parse(JSON.stringify(annotations(story))) as Collection;
	const { items } = collection.first;

	test('is a W3C annotation collection with every passage', () => {
		expect(collection).toMatchObject({ type: 'AnnotationCollection', total: story.passages.length });
		expect(collection['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld');
		expect(collection.first.type).toBe('AnnotationPage');
		expect(items.map(({ id }) => id)).toEqual(story.passages.map(({ id }) => `#${id}`));
	});

	test('selects each quote by text and by position, and both agree', () => {
		for (const { type, target } of items) {
			expect([type, target.source]).toEqual(['Annotation', 'article.txt']);
			const [quote, position] = target.selector;
			expect([quote?.type, position?.type]).toEqual(['TextQuoteSelector', 'TextPositionSelector']);
			expect(files.text.slice(position?.start, position?.end)).toBe(quote?.exact);
		}
	});

	test('has a body for each place, with the words that name it or the reason', () => {
		const ids = placeFeatures(story, drawing).features.map(({ id }) => `places.geojson#${id}`);
		for (const { body, target } of items) {
			for (const { type, source, basis, words, because } of body) {
				expect(type).toBe('SpecificResource');
				expect(ids).toContain(source);
				if (basis === 'named') expect(target.selector[0]?.exact).toContain(words);
				else expect([basis, because]).toEqual(['inferred', expect.stringMatching(/\w{3}/)]);
			}
		}
	});

	test('has the speaker, voice and verb of a quote', () => {
		expect(items.find(({ id }) => id === '#denied')).toMatchObject({
			speaker: { name: 'Alexander Lukashenko', role: 'the Belarusian leader' },
			voice: 'indirect',
			verb: 'denied'
		});
		expect(items.find(({ id }) => id === '#comment-concern')).toMatchObject({ voice: 'comment' });
	});
});

describe('places.geojson', () => {
	const text = JSON.stringify(placeFeatures(story, drawing));
	const { features } = placeFeatures(story, drawing);

	test('is valid GeoJSON with every place once', () => {
		expect(check(text)).toEqual(JSON.parse(text));
		expect(features.map(({ id }) => id)).toEqual(story.places.map(({ id }) => id));
	});

	test('has the layer, kind, names, precision and certainty of each place', () => {
		for (const { id, properties, geometry } of features) {
			expect(id).toEqual(expect.any(String));
			expect(properties).toMatchObject({
				layer: expect.any(String),
				kind: expect.any(String),
				names: { en: expect.any(String) },
				certainty: expect.stringMatching(/^(certain|less-certain|uncertain)$/)
			});
			// A place that is listed but not drawn has no precision.
			expect(typeof properties?.['precision']).toBe(geometry ? 'number' : 'undefined');
		}
	});

	test('has no property names that break a MapLibre source', () => {
		for (const { properties } of features)
			for (const name of Object.keys(properties ?? {})) expect(name in Object.prototype).toBe(false);
		expect(text).not.toMatch(/"\$|"__proto__"/);
	});

	test('writes a bbox across the antimeridian as RFC 7946 wants it: east is less than west', () => {
		const [west, , east] = features.find(({ id }) => id === 'russia')!.bbox!;
		expect(Math.abs(west)).toBeLessThanOrEqual(180);
		expect(east).toBeCloseTo(-170.24);
		expect(story.places.find(({ id }) => id === 'russia')!.bbox![2]).toBeCloseTo(189.76);
	});

	test('can be limited to one layer', () => {
		const byLayer = story.layers.flatMap(({ id }) => placeFeatures(story, drawing, id).features);
		expect(byLayer.map(({ id }) => id).toSorted()).toEqual(features.map(({ id }) => id).toSorted());
		expect(placeFeatures(story, drawing, 'border-camp').features).toHaveLength(2);
	});
});

describe('passages.csv', () => {
	test('has one row for each place of each passage, and is read back with the same quotes', () => {
		const rows = csvParse(passagesCsv(story));
		const expected = story.passages.flatMap(({ id, quote, speaker, places }) =>
			places.map(({ place }) => ({ passage: id, quote, speaker: speaker.name, place }))
		);
		expect(rows.map(({ passage, quote, speaker, place }) => ({ passage, quote, speaker, place }))).toEqual(
			expected
		);
		for (const { quote, start, end } of rows)
			expect(files.text.slice(Number(start), Number(end))).toBe(quote);
	});

	test('keeps quotation marks, commas and line breaks of a quote', () => {
		const quote = 'He said: "No, never."\r\nThen, "Yes", he left;\nso it was.';
		const [passage] = story.passages;
		const rows = csvParse(passagesCsv({ ...story, passages: [{ ...passage!, quote }] }));
		expect(rows.map((row) => row.quote)).toEqual(passage!.places.map(() => quote));
	});
});
