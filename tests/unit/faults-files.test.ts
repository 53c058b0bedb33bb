import { cpSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readStory, type StoryFiles } from '$lib/server/read';
import {
	ARTICLE,
	errorOf,
	files,
	light,
	PASSAGES,
	sentencesOf,
	withFile,
	withPlace,
	withYaml
} from './story';

const folders: string[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder with the story in it, whose geo/ is the real one. */
function folderWithStory(): string {
	const folder = mkdtempSync(join(tmpdir(), 'story-'));
	folders.push(folder);
	cpSync('article', join(folder, 'article'), { recursive: true });
	symlinkSync(resolve('geo'), join(folder, 'geo'));
	return folder;
}

describe('a folder in which something is amiss', () => {
	test.each([
		['article/article.txt', /article\/article\.txt: the file is missing\. Add it/],
		['article/article.yaml', /article\/article\.yaml: the file is missing\. Add it/],
		['article/passages.yaml', /article\/passages\.yaml: the file is missing\. Add it/],
		['geo', /geo: the folder holds no layer\. Add a GeoJSON file/]
	])('%s is missing', (file, sentence) => {
		const folder = folderWithStory();
		unlinkSync(join(folder, file));
		expect(errorOf(readStory(folder)).message).toMatch(sentence);
	});

	test('a file that is not UTF-8 is named, and how to save it', () => {
		const folder = folderWithStory();
		writeFileSync(join(folder, ARTICLE), Buffer.from('title: Ku\xbfnica', 'latin1'));
		expect(errorOf(readStory(folder)).message).toMatch(
			/article\.yaml: the file is not UTF-8.*Save it as UTF-8/
		);
	});

	test('the folder as it should be has no fault', () => {
		expect(readStory(folderWithStory())).toEqual(files);
	});
});

const towns = 'geo/basemap/towns.geojson';
const region = 'geo/basemap/region.topojson';
const link = 'http://example.org/';

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
			/article\.yaml:\d+: source\.url is not .*"http:\/\/example\.org\/"\. Change it/
		],
		[
			'an http link of a place',
			withPlace(light, 'minsk', ({ properties }) => (properties.provenance.url = link)),
			/other-places\.geojson: .*\(id "minsk"\) is not .*"http:\/\/example\.org\/"/
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
			/border\.geojson:\d+: .*not valid GeoJSON.*Mend it/
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
		expect(sentencesOf(spoilt)).toContainEqual(expect.stringMatching(sentence));
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
