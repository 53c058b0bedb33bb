/** Coverage: how much of the article the passages quote, who speaks, and which mentions they map. */
import type { Coverage, Passage, Place } from '$lib/model/story';
import { repeated } from '../input/cross-checks';
import type { Checked, Fault } from '../input/faults';
import type { PassagesFile } from '../input/schema';
import { wholeWords, wordFinder, type Span } from './whole-words';

/** UTF-16 code units. */
const quotedLength = (passages: Passage[]): number =>
	passages.reduce((sum, { start, end }) => sum + end - start, 0);

/**
 * Measures the coverage, and checks the entries of `leftOut` and the limit of the rights.
 * @param limit the largest share of the article that may be quoted, 0 to 1
 */
export function cover(
	text: string,
	passages: Passage[],
	leftOut: PassagesFile['leftOut'],
	places: Place[],
	limit: number
): Checked<Coverage> {
	const spansOf = wordFinder(text);
	const nameById = new Map(places.map(({ id, name }) => [id, name]));
	const quoted = quotedLength(passages);
	const share = quoted / text.length;
	const speakers = [...new Set(passages.map(({ speaker }) => speaker.name))];
	return {
		value: {
			share,
			bySpeaker: speakers.map((speaker) => ({
				speaker,
				share: quotedLength(passages.filter((passage) => passage.speaker.name === speaker)) / quoted
			})),
			mapped: passages.reduce((sum, passage) => sum + passage.places.length, 0),
			leftOut,
			unaccounted: unaccountedNames(passages, leftOut, nameById, spansOf)
		},
		faults: [...checkLeftOut(leftOut, spansOf), ...checkShare(share, limit)]
	};
}

function checkLeftOut(leftOut: PassagesFile['leftOut'], spansOf: (words: string) => Span[]): Fault[] {
	const subject = { file: 'article/passages.yaml', thing: 'leftOut' };
	const listedWords = leftOut.map(({ words }) => words);
	return [
		...repeated(listedWords).map((found) => ({
			...subject,
			fault: 'lists words twice',
			found,
			mend: 'Keep one of the two.'
		})),
		...listedWords
			.filter((words) => spansOf(words).length === 0)
			.map((found) => ({
				...subject,
				fault: 'lists words that are not in the article',
				found,
				mend: 'Copy them from the article, or remove the entry.'
			}))
	];
}

function checkShare(share: number, limit: number): Fault[] {
	if (share <= limit) return [];
	return [
		{
			file: 'article/article.yaml',
			thing: 'rights.limit',
			fault: `is lower than the share of the article that is quoted, ${share.toFixed(3)}`,
			found: limit,
			mend: 'Quote less, or raise the limit if the rights allow it.'
		}
	];
}

/** Occurrences of places' names in the article that are in no mapped mention and in no entry of `leftOut`. */
function unaccountedNames(
	passages: Passage[],
	leftOut: PassagesFile['leftOut'],
	nameById: Map<string, string>,
	spansOf: (words: string) => Span[]
): Coverage['unaccounted'] {
	const accounted = [
		...leftOut.flatMap(({ words }) => spansOf(words)),
		...passages.flatMap((passage) => mentionSpans(passage, nameById))
	].sort(([a], [b]) => a - b);
	// For each span, the highest end among it and the spans before it in this order.
	let highestEnd = 0;
	const highestEnds = accounted.map(([, end]) => (highestEnd = Math.max(highestEnd, end)));
	const isAccounted = ([start, end]: Span): boolean =>
		(highestEnds[accounted.findLastIndex(([from]) => from <= start)] ?? -1) >= end;
	return [...new Set(nameById.values())].flatMap((words) =>
		spansOf(words)
			.filter((span) => !isAccounted(span))
			.map(([start]) => ({ words, start }))
	);
}

/** Where a passage mentions its places: by the mention's `words`, or by the place's name if it has none. */
function mentionSpans({ quote, start, places }: Passage, nameById: Map<string, string>): Span[] {
	return places.flatMap((mention) => {
		const words = 'words' in mention ? mention.words : nameById.get(mention.place);
		return words ? wholeWords(quote, words).map(([from, to]): Span => [start + from, start + to]) : [];
	});
}
