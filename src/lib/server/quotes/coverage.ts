/** What the passages cover of the article: mentions, share quoted, share by speaker. */
import type { Coverage, Passage, Place } from '$lib/model/story';
import { repeated } from '../input/cross-checks';
import type { Checked, Fault } from '../input/faults';
import type { PassagesFile } from '../input/schema';
import { wholeWords, wordFinder, type Span } from './whole-words';

const characters = (passages: Passage[]): number =>
	passages.reduce((sum, { start, end }) => sum + end - start, 0);

export function cover(
	text: string,
	passages: Passage[],
	leftOut: PassagesFile['leftOut'],
	places: Place[],
	limit: number
): Checked<Coverage> {
	const spansOf = wordFinder(text);
	const names = new Map(places.map(({ id, name }) => [id, name]));
	const quoted = characters(passages);
	const share = quoted / text.length;
	const speakers = [...new Set(passages.map(({ speaker }) => speaker.name))];
	return {
		value: {
			share,
			bySpeaker: speakers.map((speaker) => ({
				speaker,
				share: characters(passages.filter((passage) => passage.speaker.name === speaker)) / quoted
			})),
			mapped: passages.reduce((sum, passage) => sum + passage.places.length, 0),
			leftOut,
			unaccounted: unaccountedNames(passages, leftOut, names, spansOf)
		},
		faults: [...checkLeftOut(leftOut, spansOf), ...checkShare(share, limit)]
	};
}

function checkLeftOut(leftOut: PassagesFile['leftOut'], spansOf: (words: string) => Span[]): Fault[] {
	const at = { file: 'article/passages.yaml', thing: 'leftOut' };
	const words = leftOut.map((entry) => entry.words);
	return [
		...repeated(words).map((found) => ({
			...at,
			fault: 'lists words twice',
			found,
			mend: 'Keep one of the two.'
		})),
		...words
			.filter((each) => spansOf(each).length === 0)
			.map((found) => ({
				...at,
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

/** Names of places in the article that no passage maps and nothing leaves out. */
function unaccountedNames(
	passages: Passage[],
	leftOut: PassagesFile['leftOut'],
	names: Map<string, string>,
	spansOf: (words: string) => Span[]
): Coverage['unaccounted'] {
	const accounted = [
		...leftOut.flatMap(({ words }) => spansOf(words)),
		...passages.flatMap((passage) => mapped(passage, names))
	].sort(([a], [b]) => a - b);
	// The furthest that any span reaches which begins no later.
	let furthest = 0;
	const reach = accounted.map(([, end]) => (furthest = Math.max(furthest, end)));
	const isAccounted = ([start, end]: Span): boolean =>
		(reach[accounted.findLastIndex(([from]) => from <= start)] ?? -1) >= end;
	return [...new Set(names.values())].flatMap((words) =>
		spansOf(words)
			.filter((span) => !isAccounted(span))
			.map(([start]) => ({ words, start }))
	);
}

/** The spans of the article in which a passage names its places, or uses the name of one inferred for a reason. */
function mapped({ quote, start, places }: Passage, names: Map<string, string>): Span[] {
	return places.flatMap((mention) => {
		const words = 'words' in mention ? mention.words : names.get(mention.place);
		return words ? wholeWords(quote, words).map(([from, to]): Span => [start + from, start + to]) : [];
	});
}
