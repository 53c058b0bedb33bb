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

/** An article and a stretch of it that begins and ends with whole sentences of one paragraph. */
const stretch = fc
	.tuple(fc.array(paragraph, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), fc.nat())
	.map(([paragraphs, chosen, first, last]) => {
		const at = chosen % paragraphs.length;
		const sentences = paragraphs[at]!;
		const [from, to] = [first % sentences.length, last % sentences.length].sort((a, b) => a - b);
		const lead = paragraphs.slice(0, at).map((other) => `${other.join(' ')}\n\n`);
		const start = [...lead, ...sentences.slice(0, from).map((other) => `${other} `)].join('').length;
		const quote = sentences.slice(from, to! + 1).join(' ');
		const article = paragraphs.map((other) => other.join(' ')).join('\n\n');
		return { article, quote, start, end: start + quote.length };
	});

/** Counted the plain way: at every code unit. */
const countOf = (article: string, quote: string): number =>
	[...Array(article.length).keys()].filter((at) => article.startsWith(quote, at)).length;

describe('a quote chosen from the article', () => {
	test('is found where it was chosen, or reported as standing there more than once', () => {
		fc.assert(
			fc.property(stretch, ({ article, quote, start, end }) => {
				const count = countOf(article, quote);
				expect(anchor(article, { quote })).toEqual(
					count === 1 ? { start, end } : { reason: 'ambiguous', count }
				);
			}),
			runs
		);
	});

	test('is found where it was chosen when all that is around it is given', () => {
		fc.assert(
			fc.property(stretch, ({ article, quote, start, end }) => {
				const around = { prefix: article.slice(0, start), suffix: article.slice(end) };
				expect(anchor(article, { quote, ...around })).toEqual({ start, end });
			}),
			runs
		);
	});

	test('is never found at a span that reads differently, whatever the characters', () => {
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

test('a quote that is not in the article is missing, and its hint is text of the article', () => {
	const texts = fc.tuple(stretch, stretch).filter(([{ article }, { quote }]) => !article.includes(quote));
	fc.assert(
		fc.property(texts, ([{ article }, { quote }]) => {
			const found = anchor(article, { quote });
			expect(found).toMatchObject({ reason: 'missing' });
			if ('nearest' in found) expect(article).toContain(found.nearest ?? '');
		}),
		runs
	);
});

describe('typographic marks must match', () => {
	const article = 'He said it’s “open” – for now … in Kuźnica.';
	test.each([
		['straight double marks', 'He said it’s "open" – for now … in Kuźnica.'],
		['a straight apostrophe', "He said it's “open” – for now … in Kuźnica."],
		['a hyphen for a dash', 'He said it’s “open” - for now … in Kuźnica.'],
		['three stops for an ellipsis', 'He said it’s “open” – for now ... in Kuźnica.'],
		['a no-break space', 'He said it’s “open” –\u00a0for now … in Kuźnica.'],
		['a letter taken apart', 'He said it’s “open” – for now … in Kuz\u0301nica.'],
		['another case', 'he said it’s “open” – for now … in Kuźnica.']
	])('not with %s', (_difference, quote) => {
		expect(anchor(article, { quote })).toEqual({ reason: 'missing', nearest: article });
	});
});

test('offsets count UTF-16 code units', () => {
	expect(anchor('👩‍👧 came. 𝔾o home.', { quote: '𝔾o home.' })).toEqual({ start: 12, end: 21 });
});

test('prefix or suffix alone decides between repeats, and a wrong one is told', () => {
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
