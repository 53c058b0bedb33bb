import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeWords, wordFinder } from '$lib/server/quotes/whole-words';

/** Few letters, so that words meet: apart, within each other, and cut short by marks. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'e\u0301', '𝔾', ' ', '-', '.', '5') });

const LETTER = '[\\p{L}\\p{M}\\p{N}]';
const byExpression = (text: string, words: string): [number, number][] =>
	[...text.matchAll(new RegExp(`(?<!${LETTER})${words.replaceAll('.', '\\.')}(?!${LETTER})`, 'gu'))].map(
		({ index }) => [index, index + words.length]
	);

test('words are found where they stand whole, one by one and among many', () => {
	fc.assert(
		fc.property(text, text, fc.nat(20), fc.nat(6), (before, after, start, length) => {
			const whole = `${before} ${after}`;
			// No half of a pair: no file holds one.
			const words = [...whole].slice(start, start + length).join('');
			fc.pre(words !== '');
			const expected = byExpression(whole, words);
			expect(wholeWords(whole, words)).toEqual(expected);
			expect(wordFinder(whole)(words)).toEqual(expected);
		}),
		{ numRuns: 2000, seed: 7 }
	);
});

test('a name is not found in a longer word, but beside any mark', () => {
	const find = wordFinder('Belarus and Belarusian, “Belarus”; Belarus-Poland');
	expect(find('Belarus')).toEqual([
		[0, 7],
		[25, 32],
		[35, 42]
	]);
	expect(find('Poland')).toHaveLength(1);
	expect(find('Pol')).toEqual([]);
});
