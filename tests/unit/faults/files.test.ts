/** Faults of single files: syntax, unknown and missing keys, values that do not fit the schema. */
import { describe, expect, test } from 'vitest';
import type { StoryFiles } from '$lib/server/input/read';
import {
	ARTICLE,
	files,
	light,
	PASSAGES,
	sentencesOf,
	withFile,
	withPlace,
	withYaml
} from '../../support/story/story';

const towns = 'geo/basemap/towns.geojson';
const region = 'geo/basemap/region.topojson';
const httpLink = 'http://example.org/';
const inOtherPlaces = (from: string, to: string): StoryFiles =>
	withFile(light, 'geo/other-places.geojson', (text) => text.replace(from, to));

describe('a file that does not fit its schema makes one fault, which names the file and what to change', () => {
	const cases: [string, StoryFiles, RegExp][] = [
		[
			'a syntax error in YAML',
			withFile(light, ARTICLE, (text) => text.replace('en-GB', '[en-GB')),
			/article\.yaml:\d+: .*not valid YAML.* Mind indentation/
		],
		[
			'a YAML key twice',
			withFile(light, ARTICLE, (text) => text.replace('language: en-GB', 'language: en-GB\nlanguage: be')),
			/article\.yaml:5: .*keys must be unique/
		],
		[
			'a misspelt key',
			withFile(light, PASSAGES, (text) => text.replace('speaker: afp', 'speaker: afp\n    vioce: direct')),
			/passages\.yaml:\d+: passages\[0\] \(id "caption"\).*"vioce"\. Correct the spelling/
		],
		[
			'a missing key',
			withFile(light, ARTICLE, (text) => text.replace(/^citation:.*\n/m, '')),
			/article\.yaml:\d+: citation is missing\. Add it/
		],
		[
			'an http link in article.yaml',
			withYaml(light, ARTICLE, (data) => (data.source.url = httpLink)),
			/article\.yaml:\d+: source\.url is not an https address.*"http:\/\/example\.org\/"\. Change it/
		],
		[
			'an http link of a place',
			withPlace(light, 'minsk', ({ properties }) => (properties.provenance.url = httpLink)),
			/other-places\.geojson: .*\(id "minsk"\) is not an https address.*"http:\/\/example\.org\/"/
		],
		[
			'a date that does not exist',
			withYaml(light, ARTICLE, (data) => (data.dates[0].date = '2021-11-31')),
			/article\.yaml:\d+: dates\[0\]\.date is not .*date.*2021-11-31/
		],
		[
			'a language that is not a tag',
			withYaml(light, ARTICLE, (data) => (data.language = 'English')),
			/article\.yaml:\d+: language is not a BCP 47 language tag.*English/
		],
		[
			'a view without layers',
			withYaml(light, ARTICLE, (data) => (data.views[2].layers = [])),
			/article\.yaml:\d+: views\[2\]\.layers \(id "origins"\)/
		],
		[
			'a syntax error in JSON',
			withFile(light, 'geo/border.geojson', (text) => text.slice(0, -9)),
			/border\.geojson:\d+: .*not valid JSON: \w.*Mend it/
		],
		[
			'a GeoJSON property twice',
			inOtherPlaces('"kind": "city"', '"kind": "city", "kind": "town"'),
			/other-places\.geojson:\d+: the file has a key twice.*"kind"\. Keep one/
		],
		[
			'a GeoJSON key twice, once with an escaped letter',
			inOtherPlaces('"id": "minsk"', '"id": "minsk", "\\u0069d": "minsk"'),
			/other-places\.geojson:\d+: the file has a key twice.*"id"\. Keep one/
		],
		[
			'a syntax error in the region of the basemap',
			withFile(files, region, (text) => text.slice(0, -9)),
			/region\.topojson: .*not a region's TopoJSON.*Make it again/
		],
		[
			'a town with an unknown rank',
			withFile(files, towns, (text) => text.replace(/"rank": \d/, '"rank": 9')),
			/towns\.geojson: features\[0\]\.properties\.rank/
		]
	];
	test.each(cases)('%s', (_what, faulty, sentence) => {
		expect(sentencesOf(faulty)).toEqual([expect.stringMatching(sentence)]);
	});
});

describe('a property whose name would break a MapLibre source is a fault', () => {
	test.each(['constructor', 'hasOwnProperty', '$name', 'toString'])('%s', (name) => {
		const faulty = withPlace(light, 'minsk', ({ properties }) => (properties[name] = 'x'));
		const sentences = sentencesOf(faulty).filter((sentence) => sentence.includes(`"${name}"`));
		expect(sentences).toEqual([
			expect.stringMatching(/other-places\.geojson: .*"minsk".*Correct .* or remove it/)
		]);
	});
});

describe('the key __proto__ is a fault with its line', () => {
	test.each([
		['among properties', '"kind": "city"', '"kind": "city", "__proto__": { "note": "x" }'],
		['among names', '"en": "Minsk"', '"en": "Minsk", "__proto__": "x"']
	])('%s', (_where, from, to) => {
		const line = light.layers[4]!.text!.split(from)[0]!.split('\n').length;
		expect(sentencesOf(inOtherPlaces(from, to))).toEqual([
			expect.stringMatching(`other-places\\.geojson:${line}: .*"__proto__"\\. Remove it`)
		]);
	});
});
