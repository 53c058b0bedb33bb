/** Which quotes are whole sentences with all their quotation marks. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marksBalance, sentenceEdges } from '$lib/server/quotes/anchor';

/** The rule of the build: the quote begins and ends with sentences, and its quotation marks balance. */
function isAccepted(article: string, quote: string, language = 'en'): boolean {
	const { starts, ends } = sentenceEdges(article, language);
	const start = article.indexOf(quote);
	return starts.has(start) && ends.has(start + quote.length) && marksBalance(quote);
}

describe('a quote is accepted if it is', () => {
	test.each([
		['a sentence', 'He left. She stayed.', 'She stayed.'],
		['several sentences', 'He left. She stayed. It rained.', 'He left. She stayed.'],
		['a line without a full stop', 'Migrants at the border\nHe left.', 'Migrants at the border'],
		[
			'direct speech with its "he said"',
			'"We wait. It is cold," he said. He left.',
			'"We wait. It is cold," he said.'
		],
		['a question with its "he asked"', '"Why?" he asked. "Go." He left.', '"Why?" he asked.'],
		[
			'a sentence with a number',
			'It sent 5,000 home at 7.30 today. He left.',
			'It sent 5,000 home at 7.30 today.'
		],
		['lines that end in CR LF', 'A caption\r\nHe left.\r\n', 'A caption'],
		['speech after an opening dash', '—Volvamos —dijo ella.\n—No.', '—Volvamos —dijo ella.']
	])('%s', (_what, article, quote) => {
		expect(isAccepted(article, quote)).toBe(true);
	});
});

describe('a quote is refused', () => {
	test.each([
		['without its beginning', 'He denied that it was so. She left.', 'that it was so.'],
		['without its end', 'He helped them, she said. He left.', 'He helped them,'],
		['without "he said"', '"We wait," he said. He left.', '"We wait,"'],
		['without "he asked" after a question', '"Why?" he asked. He left.', '"Why?"'],
		['the first of two spoken sentences', '"We wait. It is cold," he said.', '"We wait.'],
		['the second of two spoken sentences', '"We wait. It is cold," he said.', 'It is cold," he said.'],
		['inside curly quotation marks', '“We wait. It is cold,” he said.', '“We wait.'],
		['inside angle quotation marks', '«Esperamos. Hace frío», dijo.', '«Esperamos.'],
		['inside German quotation marks', '„Wir warten. Es ist kalt“, sagte er.', '„Wir warten.'],
		['with a blank before the sentence', 'He left. She stayed.', ' She stayed.'],
		['across the end of a line', 'A caption\nHe left.', 'A caption\nHe']
	])('%s', (_what, article, quote) => {
		expect(isAccepted(article, quote)).toBe(false);
	});
});

describe('a title such as "Mr."', () => {
	const article = 'He met Mr. Putin. They left Mrs. May and the EU. Poland stayed.';
	test.each(['He met Mr. Putin.', 'They left Mrs. May and the EU.', 'Poland stayed.'])(
		'is accepted inside a sentence: %s',
		(quote) => {
			expect(isAccepted(article, quote)).toBe(true);
		}
	);
	test.each(['He met Mr.', 'Putin.', 'Putin. They left Mrs. May and the EU.', 'May and the EU.'])(
		'does not end a sentence: %s',
		(quote) => {
			expect(isAccepted(article, quote)).toBe(false);
		}
	);
});

test('apostrophes and single quotation marks are not counted', () => {
	expect(marksBalance("It's the West's 'war'")).toBe(true);
	expect(marksBalance('It’s the West’s ‘war')).toBe(true);
});

test.each([
	['Polish, Dutch', '„Tak”, powiedział.', '„Tak, powiedział.'],
	['German', '„Ja“, sagte er.', 'Ja“, sagte er.'],
	['Swedish, Finnish', '”Ja”, sade han.', '”Ja, sade han.'],
	['Finnish with angle', '»Kyllä», hän sanoi.', '»Kyllä, hän sanoi.']
])('%s quotation marks balance only if the closing one is there', (_language, complete, incomplete) => {
	expect(marksBalance(complete)).toBe(true);
	expect(marksBalance(incomplete)).toBe(false);
});

test('quotation marks inside quotation marks must balance too', () => {
	expect(marksBalance('«lo llamaba “el resuello”»')).toBe(true);
	expect(marksBalance('«lo llamaba “el resuello»')).toBe(false);
});

test('a quote may begin and end where a line does, whatever the line contains', () => {
	const piece = fc.constantFrom('A b.', 'C? ', 'D', ' ', '\n', '\r\n', '"E!" F.', '5.5', '👩‍👧', 'שלום.', '𝔾');
	const article = fc.array(piece, { minLength: 1 }).map((pieces) => pieces.join(''));
	fc.assert(
		fc.property(article, (text) => {
			const { starts, ends } = sentenceEdges(text, 'en');
			for (const { 0: line, index } of text.matchAll(/[^\s][^\r\n]*/g)) {
				expect(starts).toContain(index);
				expect(ends).toContain(index + line.trimEnd().length);
			}
		}),
		{ numRuns: 300, seed: 20211120 }
	);
});
