/** The search for whole words. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeWords, wordFinder } from '$lib/server/quotes/whole-words';

/** Of few different characters, so that words often occur more than once, and inside other words. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'e\u0301', '𝔾', ' ', '-', '.', '5') });

const LETTER = '[\\p{L}\\p{M}\\p{N}]';
/** The same search as a regular expression. */
const expectedSpans = (text: string, words: string): [number, number][] =>
	[...text.matchAll(new RegExp(`(?<!${LETTER})${words.replaceAll('.', '\\.')}(?!${LETTER})`, 'gu'))].map(
		({ index }) => [index, index + words.length]
	);

test('words are found as whole words only, by both functions alike', () => {
	fc.assert(
		fc.property(text, text, fc.nat(20), fc.nat(6), (before, after, start, length) => {
			const article = `${before} ${after}`;
			// By characters, because no file of UTF-8 has half of a surrogate pair.
			const words = [...article].slice(start, start + length).join('');
			fc.pre(words !== '');
			const expected = expectedSpans(article, words);
			expect(wholeWords(article, words)).toEqual(expected);
			expect(wordFinder(article)(words)).toEqual(expected);
		}),
		{ numRuns: 2000, seed: 7 }
	);
});

test('a name is found next to punctuation, but not inside a longer word', () => {
	const spansOf = wordFinder('Belarus and Belarusian, “Belarus”; Belarus-Poland');
	expect(spansOf('Belarus')).toEqual([
		[0, 7],
		[25, 32],
		[35, 42]
	]);
	expect(spansOf('Poland')).toHaveLength(1);
	expect(spansOf('Pol')).toEqual([]);
});
