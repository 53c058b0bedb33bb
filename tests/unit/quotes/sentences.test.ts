import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marksBalance, sentenceEdges } from '$lib/server/quotes/anchor';

/** Whether a quote may be cut out of the article: whole sentences, closed quotation marks. */
function isWhole(article: string, quote: string, language = 'en'): boolean {
	const { starts, ends } = sentenceEdges(article, language);
	const start = article.indexOf(quote);
	return starts.has(start) && ends.has(start + quote.length) && marksBalance(quote);
}

describe('a quote that may stand alone', () => {
	test.each([
		['a sentence', 'He left. She stayed.', 'She stayed.'],
		['several sentences', 'He left. She stayed. It rained.', 'He left. She stayed.'],
		['a line without a stop', 'Migrants at the border\nHe left.', 'Migrants at the border'],
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
		expect(isWhole(article, quote)).toBe(true);
	});
});

describe('a quote that is cut loose', () => {
	test.each([
		['without its beginning', 'He denied that it was so. She left.', 'that it was so.'],
		['without its end', 'He helped them, she said. He left.', 'He helped them,'],
		['without "he said"', '"We wait," he said. He left.', '"We wait,"'],
		['without "he asked" after a question', '"Why?" he asked. He left.', '"Why?"'],
		['the first of two spoken sentences', '"We wait. It is cold," he said.', '"We wait.'],
		['the second of two spoken sentences', '"We wait. It is cold," he said.', 'It is cold," he said.'],
		['between curly marks', '“We wait. It is cold,” he said.', '“We wait.'],
		['between angled marks', '«Esperamos. Hace frío», dijo.', '«Esperamos.'],
		['between German marks', '„Wir warten. Es ist kalt“, sagte er.', '„Wir warten.'],
		['with a space more', 'He left. She stayed.', ' She stayed.'],
		['across the end of a line', 'A caption\nHe left.', 'A caption\nHe']
	])('%s', (_what, article, quote) => {
		expect(isWhole(article, quote)).toBe(false);
	});
});

describe('after a title', () => {
	const article = 'He met Mr. Putin. They left Mrs. May and the EU. Poland stayed.';
	test.each(['He met Mr. Putin.', 'They left Mrs. May and the EU.', 'Poland stayed.'])('%s', (quote) => {
		expect(isWhole(article, quote)).toBe(true);
	});
	test.each(['He met Mr.', 'Putin.', 'Putin. They left Mrs. May and the EU.', 'May and the EU.'])(
		'the sentence goes on, so that this is none: %s',
		(quote) => {
			expect(isWhole(article, quote)).toBe(false);
		}
	);
});

test('apostrophes and single marks do not count as speech', () => {
	expect(marksBalance("It's the West's 'war'")).toBe(true);
	expect(marksBalance('It’s the West’s ‘war')).toBe(true);
});

test.each([
	['Polish, Dutch', '„Tak”, powiedział.', '„Tak, powiedział.'],
	['German', '„Ja“, sagte er.', 'Ja“, sagte er.'],
	['Swedish, Finnish', '”Ja”, sade han.', '”Ja, sade han.'],
	['angled, both ways alike', '»Kyllä», hän sanoi.', '»Kyllä, hän sanoi.']
])('%s marks balance', (_language, whole, cut) => {
	expect(marksBalance(whole)).toBe(true);
	expect(marksBalance(cut)).toBe(false);
});

test('marks within marks balance each for itself', () => {
	expect(marksBalance('«lo llamaba “el resuello”»')).toBe(true);
	expect(marksBalance('«lo llamaba “el resuello»')).toBe(false);
});

test('every line begins and ends at an edge, whatever it holds', () => {
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
