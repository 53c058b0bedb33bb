import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeWords, wordFinder } from '$lib/server/whole-words';

/** Few letters, so that words meet: apart, within each other, and cut short by marks. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'e\u0301', '𝔾', ' ', '-', '.', '5') });

test('words looked for among many are found where they are found alone', () => {
	fc.assert(
		fc.property(text, text, fc.nat(20), fc.nat(6), (before, after, start, length) => {
			const whole = `${before} ${after}`;
			// No half of a pair: no file holds one.
			const words = [...whole].slice(start, start + length).join('');
			fc.pre(words !== '');
			expect(wordFinder(whole)(words)).toEqual(wholeWords(whole, words));
		}),
		{ numRuns: 500, seed: 7 }
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
