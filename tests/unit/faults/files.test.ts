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
const link = 'http://example.org/';
const inTowns = (from: string, to: string): StoryFiles =>
	withFile(light, 'geo/other-places.geojson', (text) => text.replace(from, to));

describe('a file that is not what its schema says', () => {
	const cases: [string, StoryFiles, RegExp][] = [
		[
			'YAML that is broken',
			withFile(light, ARTICLE, (text) => text.replace('en-GB', '[en-GB')),
			/article\.yaml:\d+: .*not valid YAML.* Mind indentation/
		],
		[
			'a YAML key given twice',
			withFile(light, ARTICLE, (text) => text.replace('language: en-GB', 'language: en-GB\nlanguage: be')),
			/article\.yaml:5: .*keys must be unique/
		],
		[
			'a key misspelt',
			withFile(light, PASSAGES, (text) => text.replace('speaker: afp', 'speaker: afp\n    vioce: direct')),
			/passages\.yaml:\d+: passages\[0\] \(id "caption"\).*"vioce"\. Correct the spelling/
		],
		[
			'a key left out',
			withFile(light, ARTICLE, (text) => text.replace(/^citation:.*\n/m, '')),
			/article\.yaml:\d+: citation is missing\. Add it/
		],
		[
			'an http link',
			withYaml(light, ARTICLE, (data) => (data.source.url = link)),
			/article\.yaml:\d+: source\.url is not an https address.*"http:\/\/example\.org\/"\. Change it/
		],
		[
			'an http link of a place',
			withPlace(light, 'minsk', ({ properties }) => (properties.provenance.url = link)),
			/other-places\.geojson: .*\(id "minsk"\) is not an https address.*"http:\/\/example\.org\/"/
		],
		[
			'a date that is none',
			withYaml(light, ARTICLE, (data) => (data.dates[0].date = '2021-11-31')),
			/article\.yaml:\d+: dates\[0\]\.date is not .*date.*2021-11-31/
		],
		[
			'a language that is none',
			withYaml(light, ARTICLE, (data) => (data.language = 'English')),
			/article\.yaml:\d+: language is not a BCP 47 language tag.*English/
		],
		[
			'a view that names no layer',
			withYaml(light, ARTICLE, (data) => (data.views[1].layers = [])),
			/article\.yaml:\d+: views\[1\]\.layers \(id "origin-countries-view"\)/
		],
		[
			'JSON that is broken',
			withFile(light, 'geo/border.geojson', (text) => text.slice(0, -9)),
			/border\.geojson:\d+: .*not valid JSON: \w.*Mend it/
		],
		[
			'a property given twice',
			inTowns('"kind": "city"', '"kind": "city", "kind": "town"'),
			/other-places\.geojson:\d+: the file has a key twice.*"kind"\. Keep one/
		],
		[
			'a key of GeoJSON given twice',
			inTowns('"id": "minsk"', '"id": "minsk", "\\u0069d": "minsk"'),
			/other-places\.geojson:\d+: the file has a key twice.*"id"\. Keep one/
		],
		[
			'a basemap that is broken',
			withFile(files, region, (text) => text.slice(0, -9)),
			/region\.topojson: .*not a region's TopoJSON.*Make it again/
		],
		[
			'a town of no known rank',
			withFile(files, towns, (text) => text.replace(/"rank": \d/, '"rank": 9')),
			/towns\.geojson: features\[0\]\.properties\.rank/
		]
	];
	test.each(cases)('%s', (_what, spoilt, sentence) => {
		expect(sentencesOf(spoilt)).toEqual([expect.stringMatching(sentence)]);
	});
});

describe('a property that breaks a MapLibre source', () => {
	test.each(['constructor', 'hasOwnProperty', '$name', 'toString'])('%s', (name) => {
		const spoilt = withPlace(light, 'minsk', ({ properties }) => (properties[name] = 'x'));
		const told = sentencesOf(spoilt).filter((sentence) => sentence.includes(`"${name}"`));
		expect(told).toEqual([
			expect.stringMatching(/other-places\.geojson: .*"minsk".*Correct .* or remove it/)
		]);
	});
});

describe('a key that JavaScript would take for itself', () => {
	test.each([
		['among properties', '"kind": "city"', '"kind": "city", "__proto__": { "note": "x" }'],
		['among names', '"en": "Minsk"', '"en": "Minsk", "__proto__": "x"']
	])('%s is told, and on which line', (_where, from, to) => {
		const line = light.layers[4]!.text!.split(from)[0]!.split('\n').length;
		expect(sentencesOf(inTowns(from, to))).toEqual([
			expect.stringMatching(`other-places\\.geojson:${line}: .*"__proto__"\\. Remove it`)
		]);
	});
});
