/** A story about other places in another language. */
import { describe, expect, test } from 'vitest';
import { compile } from '$lib/server/compile';
import { readStory } from '$lib/server/input/read';
import { lightStory } from '../../support/story/story';
import { styleOf } from '../../support/story/style';

const folder = 'tests/fixtures/stories/second';
const files = readStory(folder);
const { story, drawing } = compile(files);
const first = lightStory().story;

describe('a second story', () => {
	test('compiles, and each quote is in its article', () => {
		expect(story.passages.length).toBeGreaterThan(5);
		for (const { quote, start, end } of story.passages) expect(files.text.slice(start, end)).toBe(quote);
		expect(story.article.language).not.toBe(first.article.language);
	});

	test('distinguishes two identical sentences', () => {
		const quotes = story.passages.map(({ quote }) => quote);
		const twice = story.passages.filter(({ quote }) => quotes.indexOf(quote) !== quotes.lastIndexOf(quote));
		expect(twice).toHaveLength(2);
		expect(new Set(twice.map(({ start }) => start)).size).toBe(2);
	});

	test('has no places of the first story, and shows another part of the world', () => {
		const ids = first.places.map(({ id }) => id);
		expect(story.places.filter(({ id }) => ids.includes(id))).toEqual([]);
		for (const { bbox } of story.views)
			for (const other of first.views.map((view) => view.bbox))
				expect(bbox[0] < other[2] && other[0] < bbox[2] && bbox[1] < other[3] && other[1] < bbox[3]).toBe(
					false
				);
	});

	test('contains nothing of the first story, nor does its style', () => {
		const text = JSON.stringify([story, styleOf({ story, drawing }).layers]);
		for (const words of [
			'Belarus',
			'Poland',
			'Telegraph',
			'SOTT',
			...first.places.map(({ id }) => `"${id}"`)
		])
			expect(text).not.toContain(words);
	});

	test('finds relative dates as whole words only: "ayer" is not in "anteayer"', () => {
		const { dates } = story.passages.find(({ quote }) => quote.includes('anteayer'))!;
		expect(dates.map(({ phrase }) => phrase)).toEqual(['anteayer']);
	});
});
