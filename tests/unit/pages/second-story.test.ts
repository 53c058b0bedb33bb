import { describe, expect, test } from 'vitest';
import { compile } from '$lib/server/compile';
import { readStory } from '$lib/server/input/read';
import { lightStory } from '../../support/story/story';
import { styleOf } from '../../support/story/style';

const folder = 'tests/fixtures/second';
const files = readStory(folder);
const { story, drawing } = compile(files);
const first = lightStory().story;

describe('a second story, of other places and in another language', () => {
	test('compiles, each quote being what its article says', () => {
		expect(story.passages.length).toBeGreaterThan(5);
		for (const { quote, start, end } of story.passages) expect(files.text.slice(start, end)).toBe(quote);
		expect(story.article.language).not.toBe(first.article.language);
	});

	test('tells two sentences that read the same apart', () => {
		const quotes = story.passages.map(({ quote }) => quote);
		const twice = story.passages.filter(({ quote }) => quotes.indexOf(quote) !== quotes.lastIndexOf(quote));
		expect(twice).toHaveLength(2);
		expect(new Set(twice.map(({ start }) => start)).size).toBe(2);
	});

	test('has no place of the first, and shows another part of the world', () => {
		const ids = first.places.map(({ id }) => id);
		expect(story.places.filter(({ id }) => ids.includes(id))).toEqual([]);
		for (const { bbox } of story.views)
			for (const other of first.views.map((view) => view.bbox))
				expect(bbox[0] < other[2] && other[0] < bbox[2] && bbox[1] < other[3] && other[1] < bbox[3]).toBe(
					false
				);
	});

	test('leaves nothing of the first in what is drawn or told', () => {
		const told = JSON.stringify([story, styleOf({ story, drawing }).layers]);
		for (const words of [
			'Belarus',
			'Poland',
			'Telegraph',
			'SOTT',
			...first.places.map(({ id }) => `"${id}"`)
		])
			expect(told).not.toContain(words);
	});

	test('resolves a date by whole words: "ayer" is not in "anteayer"', () => {
		const { dates } = story.passages.find(({ quote }) => quote.includes('anteayer'))!;
		expect(dates.map(({ phrase }) => phrase)).toEqual(['anteayer']);
	});
});
