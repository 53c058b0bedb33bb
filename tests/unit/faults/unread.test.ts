/** A file that cannot be read makes one fault, and no further faults that only follow from it. */
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
	])('with the content %j makes one fault with its line', (text, sentence) => {
		const sentences = sentencesOf(withFile(light, 'geo/border.geojson', () => text));
		expect(sentences).toEqual([expect.stringMatching(sentence)]);
		expect(sentences[0]).not.toMatch(/reading 'value'|reading 'type'|"severity"/);
	});

	test.each([
		['a missing colon', '"kind" "rail'],
		['an extra comma', '"kind": ,"rail'],
		['a word without quotation marks', '"kind": rail "rail']
	])('makes a fault with the line of its syntax error: %s', (_what, syntaxError) => {
		const faulty = withFile(light, crossings, (text) => text.replace('"kind": "rail', syntaxError));
		const before = faulty.layers[2]!.text!.split(syntaxError)[0]!;
		expect(sentencesOf(faulty)).toEqual([
			expect.stringContaining(`${crossings}:${before.split('\n').length}: the file is not valid JSON`)
		]);
	});

	test('makes a fault with its last line if it is cut off', () => {
		const faulty = withFile(light, crossings, (text) => `${text.slice(0, -40).trimEnd()}\n`);
		const lines = faulty.layers[2]!.text!.trimEnd().split('\n');
		expect(sentencesOf(faulty)[0]).toContain(`${crossings}:${lines.length}: the file is not valid JSON`);
	});

	test('does not hide a wrong relation between places of other layers', () => {
		const faulty = withPlace(light, 'minsk', ({ properties }) => (properties.within = 'border-camp'));
		expect(sentencesOf(withFile(faulty, 'geo/border.geojson', () => ''))).toEqual([
			expect.stringMatching(/border\.geojson/),
			expect.stringMatching(/place "minsk" .*no area place.*"border-camp"/)
		]);
	});
});

test('a fault of a line makes no faults of the places on it', () => {
	const faulty = withPlace(light, 'border', ({ properties }) => delete properties.precision);
	expect(sentencesOf(faulty)).toEqual([expect.stringMatching(/place "border" does not say how precisely/)]);
});

describe.each([ARTICLE, PASSAGES])('%s', (file) => {
	test.each(['', '# Nothing yet\n'])('with the content %j is reported as empty', (text) => {
		expect(sentencesOf(withFile(light, file, () => text))).toEqual([
			`${file}: the file is empty. Write it; the files in static/schema say what it holds.`
		]);
	});
});

describe('an article that cannot be read', () => {
	const unreadable = { ...light, text: '', faults: [missing(TEXT)] };

	test('makes no faults of quotes', () => {
		expect(sentencesOf(unreadable)).toHaveLength(1);
	});

	test('does not hide other faults', () => {
		const faulty = withPassage(unreadable, 'denied', (passage) =>
			Object.assign(passage, { speaker: 'putin', verb: 'confirmed' })
		);
		expect(sentencesOf(faulty)).toEqual([
			expect.stringMatching(/article\.txt: the file is missing/),
			expect.stringMatching(/"putin"/),
			expect.stringMatching(/"confirmed"/)
		]);
	});
});

test('each missing file makes one fault', () => {
	const { article, passages, layers } = light;
	const missingFiles = [article, passages, layers[1]!].map(({ file }) => file);
	const withoutText = <File extends { file: string }>(file: File) => ({ ...file, text: undefined });
	const faulty = {
		...light,
		article: withoutText(article),
		passages: withoutText(passages),
		layers: layers.map((layer) => (missingFiles.includes(layer.file) ? withoutText(layer) : layer)),
		faults: missingFiles.map(missing)
	};
	expect(sentencesOf(faulty)).toHaveLength(3);
});
