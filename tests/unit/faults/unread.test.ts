import { describe, expect, test } from 'vitest';
import {
	ARTICLE,
	light,
	PASSAGES,
	sentencesOf,
	TEXT,
	withFile,
	withPassage,
	withPlace
} from '../../support/story/story';

const crossings = 'geo/crossing-points.geojson';
const missing = (file: string) => ({ file, thing: 'the file', fault: 'is missing', mend: 'Add it.' });

describe('a layer that cannot be read', () => {
	test.each([
		['', /border\.geojson:1: the file is not valid JSON: Unexpected end of JSON input\. Mend it/],
		['[]', /border\.geojson: the file is not right: expected object, received array/],
		['null', /border\.geojson: the file is empty\. Write it/],
		['{"type": "FeatureCollection", ', /border\.geojson:1: the file is not valid JSON: Expected \S+ property/]
	])('holding %j is told once, where, and nothing that follows from it', (text, sentence) => {
		const told = sentencesOf(withFile(light, 'geo/border.geojson', () => text));
		expect(told).toEqual([expect.stringMatching(sentence)]);
		expect(told[0]).not.toMatch(/reading 'value'|reading 'type'|"severity"/);
	});

	test.each([
		['a colon left out', '"kind" "rail'],
		['a comma too many', '"kind": ,"rail'],
		['a word that is none', '"kind": rail "rail']
	])('is told with the line on which it breaks: %s', (_what, broken) => {
		const spoilt = withFile(light, crossings, (text) => text.replace('"kind": "rail', broken));
		const before = spoilt.layers[2]!.text!.split(broken)[0]!;
		expect(sentencesOf(spoilt)).toEqual([
			expect.stringContaining(`${crossings}:${before.split('\n').length}: the file is not valid JSON`)
		]);
	});

	test('cut off, is told with its last line', () => {
		const spoilt = withFile(light, crossings, (text) => `${text.slice(0, -40).trimEnd()}\n`);
		const lines = spoilt.layers[2]!.text!.trimEnd().split('\n');
		expect(sentencesOf(spoilt)[0]).toContain(`${crossings}:${lines.length}: the file is not valid JSON`);
	});

	test('does not hide a relation that is wrong among those that are read', () => {
		const spoilt = withPlace(light, 'minsk', ({ properties }) => (properties.within = 'border-camp'));
		expect(sentencesOf(withFile(spoilt, 'geo/border.geojson', () => ''))).toEqual([
			expect.stringMatching(/border\.geojson/),
			expect.stringMatching(/place "minsk" .*no area place.*"border-camp"/)
		]);
	});
});

test('a line at fault does not fault what lies on it', () => {
	const spoilt = withPlace(light, 'border', ({ properties }) => delete properties.precision);
	expect(sentencesOf(spoilt)).toEqual([expect.stringMatching(/place "border" does not say how precisely/)]);
});

describe.each([ARTICLE, PASSAGES])('%s', (file) => {
	test.each(['', '# Nothing yet\n'])('holding %j is told to be empty', (text) => {
		expect(sentencesOf(withFile(light, file, () => text))).toEqual([
			`${file}: the file is empty. Write it; the files in static/schema say what it holds.`
		]);
	});
});

describe('the article itself, unread,', () => {
	const unread = { ...light, text: '', faults: [missing(TEXT)] };

	test('does not make every quote a misquote', () => {
		expect(sentencesOf(unread)).toHaveLength(1);
	});

	test('does not hide what else is wrong', () => {
		const spoilt = withPassage(unread, 'denied', (passage) =>
			Object.assign(passage, { speaker: 'putin', verb: 'confirmed' })
		);
		expect(sentencesOf(spoilt)).toEqual([
			expect.stringMatching(/article\.txt: the file is missing/),
			expect.stringMatching(/"putin"/),
			expect.stringMatching(/"confirmed"/)
		]);
	});
});

test('files that are not there are told by who reads them, and nothing is told of them again', () => {
	const { article, passages, layers } = light;
	const gone = [article, passages, layers[1]!].map(({ file }) => file);
	const without = <Found extends { file: string }>(found: Found) => ({ ...found, text: undefined });
	const spoilt = {
		...light,
		article: without(article),
		passages: without(passages),
		layers: layers.map((layer) => (gone.includes(layer.file) ? without(layer) : layer)),
		faults: gone.map(missing)
	};
	expect(sentencesOf(spoilt)).toHaveLength(3);
});
