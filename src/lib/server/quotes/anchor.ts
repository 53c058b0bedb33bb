/**
 * Finds a quote in the article, exactly, and the edges of sentences between which a quote may be. All offsets
 * count UTF-16 code units.
 */
import search from 'approx-string-match';

/** Like the TextQuoteSelector of the W3C Web Annotation Data Model; its `exact` is called `quote` here. */
export interface Selector {
	quote: string;
	prefix?: string | undefined;
	suffix?: string | undefined;
}

/** Where the quote is, or the reason why it has no single position. */
export type Anchor =
	| { start: number; end: number }
	/** Not in the article. `nearest` is similar text of the article, as a hint to the editor. */
	| { reason: 'missing'; nearest: string | undefined }
	/** The article contains the quote, but nowhere with this prefix, or nowhere with this suffix. */
	| { reason: 'prefix' | 'suffix' }
	/** The article contains the quote, with this prefix and suffix, more than once. */
	| { reason: 'ambiguous'; count: number };

/** As a share of the quote's length. Above it hints are of no use, and the search takes noticeable time. */
const MAX_ERROR_SHARE = 0.25;

/**
 * https://www.w3.org/TR/annotation-model/#text-quote-selector, but without approximate matches: a quote that is
 * missing or ambiguous is a fault. Occurrences that overlap each other are counted too.
 */
export function anchor(article: string, { quote, prefix = '', suffix = '' }: Selector): Anchor {
	const exactMatches: number[] = [];
	for (let offset = article.indexOf(quote); offset >= 0; offset = article.indexOf(quote, offset + 1))
		exactMatches.push(offset);
	if (exactMatches.length === 0) return { reason: 'missing', nearest: nearest(article, quote) };

	const withPrefix = exactMatches.filter((offset) => article.endsWith(prefix, offset));
	if (withPrefix.length === 0) return { reason: 'prefix' };
	const withBoth = withPrefix.filter((offset) => article.startsWith(suffix, offset + quote.length));
	const [start] = withBoth;
	if (start === undefined) return { reason: 'suffix' };
	if (withBoth.length > 1) return { reason: 'ambiguous', count: withBoth.length };
	return { start, end: start + quote.length };
}

function nearest(article: string, quote: string): string | undefined {
	const [best] = search(article, quote, Math.ceil(quote.length * MAX_ERROR_SHARE)).sort(
		(a, b) => a.errors - b.errors
	);
	return best && article.slice(best.start, best.end);
}

/** Intl.Segmenter ends a sentence after these, but a name follows. Other abbreviations can end a sentence. */
const TITLE = /(?<!\p{L})(Mr|Mrs|Ms|Dr|Prof)\.\s*$/u;

/**
 * The offsets at which a quote may begin and end: the edges of sentences, without the white space between them.
 * Sentences are those of Intl.Segmenter, but a line break always ends one and a title does not.
 * @param language a BCP 47 tag
 */
export function sentenceEdges(article: string, language: string): { starts: Set<number>; ends: Set<number> } {
	const starts = new Set<number>();
	const ends = new Set<number>();
	const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
	for (const line of article.matchAll(/[^\r\n]+/g)) {
		let followsTitle = false;
		for (const { segment, index } of segmenter.segment(line[0])) {
			const leadingSpace = segment.length - segment.trimStart().length;
			if (!followsTitle) starts.add(line.index + index + leadingSpace);
			const rest = line[0].slice(index + segment.length).trimStart();
			followsTitle = rest !== '' && TITLE.test(segment);
			// The segmenter ends a sentence after the mark in: "Why?" he asked. A small letter shows that it goes on.
			if (!followsTitle && !/^\p{Ll}/u.test(rest)) ends.add(line.index + index + segment.trimEnd().length);
		}
	}
	return { starts, ends };
}

/**
 * Whether the quotation marks of a quote balance. `sentenceEdges` has edges inside direct speech too, so it
 * accepts a quote without its "he said"; unbalanced marks show such a cut. Single marks are not counted,
 * because most of them are apostrophes.
 */
export function marksBalance(quote: string): boolean {
	const count = (mark: string): number => quote.split(mark).length - 1;
	// Swedish and Finnish open with the closing mark: ”Ja”, »Ja».
	const isPaired = (open: number, close: number): boolean =>
		open === close || (open === 0 && close % 2 === 0);
	if (count('"') % 2 !== 0 || !isPaired(count('«'), count('»'))) return false;
	// German closes „ with “, Polish and Dutch close it with ”.
	const low = count('„');
	return low > 0 ? low === count('“') + count('”') : isPaired(count('“'), count('”'));
}
