/** The exact search for a quote in the article. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '$lib/server/quotes/anchor';

const runs = { numRuns: 200, seed: 20211120 };

/** Words of many scripts: surrogate pairs, combining marks, right-to-left text, typographic marks. */
const word = fc.constantFrom(
	...[
		'The',
		'border',
		'was',
		'closed',
		'5,000',
		'people',
		'Kuźnica',
		'мяжа',
		'גבול',
		'حدود',
		'e\u0301te\u0301'
	],
	...['👩‍👧', '𝔾rodno', '“fence”', '"camp"', 'it’s', '—', 'ΑΒΓ', '漢字', '\u202bלא\u202c', '🇵🇱']
);
const ending = fc.constantFrom('.', '!', '?', '…', '.”');
const sentence = fc
	.tuple(fc.array(word, { minLength: 1, maxLength: 4 }), ending)
	.map(([words, end]) => `${words.join(' ')}${end}`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 });

/** An article and a quote from it: consecutive sentences of one paragraph. */
const articleAndQuote = fc
	.tuple(fc.array(paragraph, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), fc.nat())
	.map(([paragraphs, chosen, one, other]) => {
		const index = chosen % paragraphs.length;
		const sentences = paragraphs[index]!;
		const [first, last] = [one % sentences.length, other % sentences.length].sort((a, b) => a - b);
		const paragraphsBefore = paragraphs.slice(0, index).map((each) => `${each.join(' ')}\n\n`);
		const sentencesBefore = sentences.slice(0, first).map((each) => `${each} `);
		const start = [...paragraphsBefore, ...sentencesBefore].join('').length;
		const quote = sentences.slice(first, last! + 1).join(' ');
		const article = paragraphs.map((each) => each.join(' ')).join('\n\n');
		return { article, quote, start, end: start + quote.length };
	});

/** Another way to count than that of anchor(): at every code unit. */
const countOf = (article: string, quote: string): number =>
	[...Array(article.length).keys()].filter((offset) => article.startsWith(quote, offset)).length;

describe('a quote from the article', () => {
	test('is found at its offsets, or is ambiguous if the article has it more than once', () => {
		fc.assert(
			fc.property(articleAndQuote, ({ article, quote, start, end }) => {
				const count = countOf(article, quote);
				expect(anchor(article, { quote })).toEqual(
					count === 1 ? { start, end } : { reason: 'ambiguous', count }
				);
			}),
			runs
		);
	});

	test('is found at its offsets with all the text around it as prefix and suffix', () => {
		fc.assert(
			fc.property(articleAndQuote, ({ article, quote, start, end }) => {
				const context = { prefix: article.slice(0, start), suffix: article.slice(end) };
				expect(anchor(article, { quote, ...context })).toEqual({ start, end });
			}),
			runs
		);
	});

	test('is never found at offsets of another text, whatever its characters are', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat(), (article, a, b) => {
				const [start, end] = [a % article.length, b % article.length].sort((x, y) => x - y);
				const quote = article.slice(start, end! + 1);
				const found = anchor(article, { quote });
				if ('reason' in found) expect(found).toEqual({ reason: 'ambiguous', count: countOf(article, quote) });
				else expect(article.slice(found.start, found.end)).toBe(quote);
			}),
			runs
		);
	});
});

test('a quote that is not in the article is missing, and the hint is text of the article', () => {
	const texts = fc
		.tuple(articleAndQuote, articleAndQuote)
		.filter(([{ article }, { quote }]) => !article.includes(quote));
	fc.assert(
		fc.property(texts, ([{ article }, { quote }]) => {
			const found = anchor(article, { quote });
			expect(found).toMatchObject({ reason: 'missing' });
			if ('nearest' in found) expect(article).toContain(found.nearest ?? '');
		}),
		runs
	);
});

describe('a quote that differs in one character is not found', () => {
	const article = 'He said it’s “open” – for now … in Kuźnica.';
	test.each([
		['straight double quotation marks', 'He said it’s "open" – for now … in Kuźnica.'],
		['a straight apostrophe', "He said it's “open” – for now … in Kuźnica."],
		['a hyphen instead of a dash', 'He said it’s “open” - for now … in Kuźnica.'],
		['three full stops instead of an ellipsis', 'He said it’s “open” – for now ... in Kuźnica.'],
		['a no-break space', 'He said it’s “open” –\u00a0for now … in Kuźnica.'],
		[
			'a letter and a combining mark instead of one character',
			'He said it’s “open” – for now … in Kuz\u0301nica.'
		],
		['a small letter instead of a capital', 'he said it’s “open” – for now … in Kuźnica.']
	])('%s', (_difference, quote) => {
		expect(anchor(article, { quote })).toEqual({ reason: 'missing', nearest: article });
	});
});

test('offsets count UTF-16 code units', () => {
	expect(anchor('👩‍👧 came. 𝔾o home.', { quote: '𝔾o home.' })).toEqual({ start: 12, end: 21 });
});

test('a prefix or a suffix decides which occurrence is meant, and a wrong one is reported', () => {
	const article = 'No. He left. No. She stayed.';
	expect(anchor(article, { quote: 'No.' })).toEqual({ reason: 'ambiguous', count: 2 });
	expect(anchor(article, { quote: 'No.', suffix: ' She' })).toEqual({ start: 13, end: 16 });
	expect(anchor(article, { quote: 'No.', prefix: 'left. ' })).toEqual({ start: 13, end: 16 });
	expect(anchor(article, { quote: 'No.', prefix: 'stayed. ' })).toEqual({ reason: 'prefix' });
	expect(anchor(article, { quote: 'No.', suffix: ' It' })).toEqual({ reason: 'suffix' });
	expect(anchor(article, { quote: 'No.', prefix: 'left. ', suffix: ' He' })).toEqual({ reason: 'suffix' });
	expect(anchor(article, { quote: 'Yes.', prefix: 'left. ' })).toMatchObject({ reason: 'missing' });
	expect(anchor('Go. Go. Go.', { quote: 'Go. Go.' })).toEqual({ reason: 'ambiguous', count: 2 });
});
