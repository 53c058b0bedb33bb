/** Which words of a quote the article puts in quotation marks. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitAtMarks } from '$lib/words/spoken';
import { theStory } from '../../support/story/story';

const spokenIn = (quote: string): string[] =>
	splitAtMarks(quote).flatMap(({ text, spoken }) => (spoken ? [text] : []));

test.each([
	['He said nothing.', []],
	['“Go,” he said. “Go now.”', ['“Go,”', '“Go now.”']],
	['"Go," he said. "Go now."', ['"Go,"', '"Go now."']],
	['He said: "All of it."', ['"All of it."']],
	['«Ya», dijo. «No».', ['«Ya»', '«No»']],
	['„Ja“, sagte er.', ['„Ja“']],
	['„Tak”, powiedział.', ['„Tak”']],
	['He spoke of a “hybrid” war.', ['“hybrid”']],
	// Apostrophes and single marks are no speech.
	["He said it's ‘nothing’.", []]
])('in %j the spoken words are %j', (quote, spoken) => expect(spokenIn(quote)).toEqual(spoken));

test.each([
	['“He said “go” and “stay”,” she said.', ['“He said “go” and “stay”,”']],
	['“He said "go" to me,” she said.', ['“He said "go" to me,”']],
	['“He said ‘go’ to me,” she said.', ['“He said ‘go’ to me,”']]
])('marks inside marks open nothing new: %j', (quote, spoken) => expect(spokenIn(quote)).toEqual(spoken));

test.each([
	['She said: “We go on.', ['“We go on.']],
	['“We go on.\n\n“And on,” she said.', ['“We go on.', '“And on,”']],
	['"We go on.\n\n"And on," she said.', ['"We go on.', '"And on,"']],
	// A mark that nothing has opened.
	['We go on,” she said.', []]
])('a mark that nothing closes reaches to the end of its paragraph: %j', (quote, spoken) =>
	expect(spokenIn(quote)).toEqual(spoken)
);

const texts = fc
	.array(fc.constantFrom('“', '”', '"', '‘', '’', '\n', 'a', ' ', '😀', '\u0301', '<b>'))
	.map((all) => all.join(''));

test('the pieces joined are the quote, none is empty, and spoken ones and others alternate', () => {
	fc.assert(
		fc.property(texts, (quote) => {
			const pieces = splitAtMarks(quote);
			expect(pieces.map(({ text }) => text).join('')).toBe(quote);
			for (const [index, { text, spoken }] of pieces.entries()) {
				expect(text).not.toBe('');
				if (spoken) expect(text).toMatch(/^[“"]/);
				else if (pieces[index + 1]) expect(pieces[index + 1]?.spoken).toBe(true);
			}
		}),
		{ numRuns: 2000 }
	);
});

test('the pieces joined are the quote, for every passage of the story', () => {
	for (const { quote } of theStory().story.passages)
		expect(
			splitAtMarks(quote)
				.map(({ text }) => text)
				.join('')
		).toBe(quote);
});
