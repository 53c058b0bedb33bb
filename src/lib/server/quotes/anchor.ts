/**
 * Finds a quote in the article, exactly. Modelled on the TextQuoteSelector of the W3C Web Annotation Data Model
 * (https://www.w3.org/TR/annotation-model/#text-quote-selector), with one difference that is the point of this
 * project: nothing is matched approximately. Not found, or found twice, is a fault; the nearest text is only a hint.
 * All offsets count UTF-16 code units.
 */
import search from 'approx-string-match';

export interface Selector {
	quote: string;
	prefix?: string | undefined;
	suffix?: string | undefined;
}

export type Anchor =
	| { start: number; end: number }
	| { reason: 'missing'; nearest: string | undefined }
	/** The quote is there, and nowhere beside its prefix, or its suffix. */
	| { reason: 'prefix' | 'suffix' }
	| { reason: 'ambiguous'; count: number };

/** Half of a long quote wrong is no hint any more, and a longer search takes noticeable time. */
const MOST_ERRORS = 0.25;

export function anchor(article: string, { quote, prefix = '', suffix = '' }: Selector): Anchor {
	const all: number[] = [];
	for (let at = article.indexOf(quote); at >= 0; at = article.indexOf(quote, at + 1)) all.push(at);
	if (all.length === 0) return { reason: 'missing', nearest: nearest(article, quote) };

	const preceded = all.filter((at) => article.endsWith(prefix, at));
	if (preceded.length === 0) return { reason: 'prefix' };
	const starts = preceded.filter((at) => article.startsWith(suffix, at + quote.length));
	const [start] = starts;
	if (start === undefined) return { reason: 'suffix' };
	if (starts.length > 1) return { reason: 'ambiguous', count: starts.length };
	return { start, end: start + quote.length };
}

function nearest(article: string, quote: string): string | undefined {
	const [best] = search(article, quote, Math.ceil(quote.length * MOST_ERRORS)).sort(
		(a, b) => a.errors - b.errors
	);
	return best && article.slice(best.start, best.end);
}

/** After these a name follows, where a segmenter sees the end of a sentence. Other abbreviations may end one. */
const TITLE = /(?<!\p{L})(Mr|Mrs|Ms|Dr|Prof)\.\s*$/u;

/** Where a quote may begin and end: the edges of sentences; a line break ends one too. */
export function sentenceEdges(article: string, language: string): { starts: Set<number>; ends: Set<number> } {
	const starts = new Set<number>();
	const ends = new Set<number>();
	const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
	for (const line of article.matchAll(/[^\r\n]+/g)) {
		let titled = false;
		for (const { segment, index } of segmenter.segment(line[0])) {
			const lead = segment.length - segment.trimStart().length;
			if (!titled) starts.add(line.index + index + lead);
			const rest = line[0].slice(index + segment.length).trimStart();
			titled = rest !== '' && TITLE.test(segment);
			// After "…?" or "…!" in marks a segmenter sees an edge, though "he asked" follows in small letters.
			if (!titled && !/^\p{Ll}/u.test(rest)) ends.add(line.index + index + segment.trimEnd().length);
		}
	}
	return { starts, ends };
}

/**
 * Whether the quotation marks of a quote balance. Inside direct speech a segmenter finds sentence edges that would
 * cut off "he said"; unbalanced marks give such a cut away. Single marks are apostrophes too often to be counted.
 */
export function marksBalance(quote: string): boolean {
	const count = (mark: string): number => quote.split(mark).length - 1;
	// Swedish and Finnish open with the mark that closes: ”Ja”, »Ja».
	const pair = (open: number, close: number): boolean => open === close || (open === 0 && close % 2 === 0);
	if (count('"') % 2 !== 0 || !pair(count('«'), count('»'))) return false;
	// What opens with „ closes with “ in German and with ” in Polish and Dutch.
	const low = count('„');
	return low > 0 ? low === count('“') + count('”') : pair(count('“'), count('”'));
}
