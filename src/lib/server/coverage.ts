/** What the passages cover of the article: mentions, share quoted, share by speaker. */
import type { Coverage, Passage, Place } from '$lib/model';
import { repeated } from './checks';
import type { Fault } from './faults';
import type { PassagesFile } from './schema';
import { wholeWords, type Span } from './whole-words';

const characters = (passages: Passage[]): number =>
	passages.reduce((sum, { start, end }) => sum + end - start, 0);

export function cover(
	text: string,
	passages: Passage[],
	leftOut: PassagesFile['leftOut'],
	places: Place[],
	limit: number,
	faults: Fault[]
): Coverage {
	for (const words of repeated(leftOut.map((entry) => entry.words))) {
		faults.push({
			file: 'article/passages.yaml',
			thing: 'leftOut',
			fault: 'lists words twice',
			found: words,
			mend: 'Keep one of the two.'
		});
	}
	for (const { words } of leftOut) {
		if (wholeWords(text, words).length === 0) {
			faults.push({
				file: 'article/passages.yaml',
				thing: 'leftOut',
				fault: 'lists words that are not in the article',
				found: words,
				mend: 'Copy them from the article, or remove the entry.'
			});
		}
	}
	const quoted = characters(passages);
	const share = quoted / text.length;
	if (share > limit) {
		faults.push({
			file: 'article/article.yaml',
			thing: 'rights.limit',
			fault: `is lower than the share of the article that is quoted, ${share.toFixed(3)}`,
			found: limit,
			mend: 'Quote less, or raise the limit if the rights allow it.'
		});
	}

	const accounted = [
		...leftOut.flatMap(({ words }) => wholeWords(text, words)),
		...passages.flatMap((passage) => mapped(passage, places))
	];
	const names = [...new Set(places.map(({ name }) => name))];
	const unaccounted = names
		.flatMap((words) => wholeWords(text, words).map(([start, end]) => ({ words, start, end })))
		.filter(({ start, end }) => !accounted.some(([from, to]) => from <= start && end <= to))
		.map(({ words, start }) => ({ words, start }));

	const speakers = [...new Set(passages.map(({ speaker }) => speaker.name))];
	return {
		share,
		bySpeaker: speakers.map((speaker) => ({
			speaker,
			share: characters(passages.filter((passage) => passage.speaker.name === speaker)) / quoted
		})),
		mapped: passages.reduce((sum, passage) => sum + passage.places.length, 0),
		leftOut,
		unaccounted
	};
}

/** The spans of the article in which a passage names its places, or uses the name of one inferred for a reason. */
function mapped({ quote, start, places: mentions }: Passage, places: Place[]): Span[] {
	return mentions.flatMap((mention) => {
		const name = places.find(({ id }) => id === mention.place)?.name;
		const words = 'words' in mention ? mention.words : name;
		return words ? wholeWords(quote, words).map(([from, to]): Span => [start + from, start + to]) : [];
	});
}
