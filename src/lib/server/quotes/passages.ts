/** Anchors every passage in the article and checks what is said of it. Places are checked against their ids. */
import type { Passage } from '$lib/model/story';
import { anchor, marksBalance, sentenceEdges } from './anchor';
import { repeated } from '../input/cross-checks';
import type { Fault } from '../input/faults';
import type { ArticleFile, PassagesFile } from '../input/schema';
import { wholeWords } from './whole-words';

/** Characters of context on either side of a quote in a fault. */
const CONTEXT = 32;

type PassageEntry = PassagesFile['passages'][number];

export interface Words {
	file: string;
	/** Empty when it cannot be read: then no quote is looked for, and no passage found. */
	text: string;
	/** Undefined when its file cannot be read: quotes and places are checked all the same. */
	article: ArticleFile | undefined;
	/** Undefined when they are not all known. */
	placeIds: ReadonlySet<string> | undefined;
	faults: Fault[];
}

const countWords = (text: string): number =>
	text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

/** The passages in the order of the article. A passage at fault is reported and left out. */
export function anchorPassages(entries: PassageEntry[], words: Words): Passage[] {
	const edges = sentenceEdges(words.text, words.article?.language ?? 'en');
	const passages = entries
		.map((entry) => anchorPassage(entry, words, edges))
		.filter((passage) => passage !== undefined)
		.sort((a, b) => a.start - b.start);
	let end = 0;
	for (const passage of passages) {
		if (passage.start < end) {
			words.faults.push({
				file: words.file,
				thing: `passage "${passage.id}"`,
				fault: 'begins before the passage in front of it has ended',
				found: passage.quote,
				mend: 'Make one passage of the two, or shorten one of them.'
			});
		}
		passage.unquotedBefore = countWords(words.text.slice(end, passage.start));
		end = passage.end;
	}
	return passages;
}

function anchorPassage(
	{ id, quote, prefix, suffix, speaker, verb, to, voice, places }: PassageEntry,
	{ file, text, article, placeIds, faults }: Words,
	edges: ReturnType<typeof sentenceEdges>
): Passage | undefined {
	const report = (fault: string, found: unknown, mend: string): void => {
		faults.push({ file, thing: `passage "${id}"`, fault, found, mend });
	};

	const speakers = article?.speakers ?? {};
	const known = Object.hasOwn(speakers, speaker) ? speakers[speaker] : undefined;
	if (article && !known)
		report(
			'has a speaker that article.yaml does not list',
			speaker,
			'List the speaker there, or correct the id.'
		);
	if ((voice === 'direct' || voice === 'indirect') && !verb) {
		report(
			`is ${voice} speech without a verb`,
			quote,
			'Add the word of the quote that carries the claim ("said").'
		);
	}
	if (verb && wholeWords(quote, verb).length === 0)
		report('has a verb that is not in its quote', verb, 'Copy it from the quote.');

	for (const place of repeated(places.map((mention) => mention.place)))
		report('speaks of a place twice', place, 'Make one entry of the two.');
	const basis = places.map(({ place, words, because }) => {
		if (placeIds && !placeIds.has(place))
			report('speaks of a place that geo/ does not hold', place, 'Add the place, or correct the id.');
		if ((words === undefined) === (because === undefined)) {
			report(
				`needs either "words" or "because" at the place "${place}", and not both`,
				{ words, because },
				'Keep one.'
			);
		}
		if (words !== undefined && wholeWords(quote, words).length === 0) {
			report(
				`does not contain the words that name "${place}"`,
				words,
				'Copy them from the quote, or use "because".'
			);
		}
		return words === undefined ? { place, because: because ?? '' } : { place, words };
	});

	if (!text) return undefined;
	const found = anchor(text, { quote, prefix, suffix });
	if ('reason' in found) {
		if (found.reason === 'ambiguous') {
			report(
				`stands ${found.count} times in the article`,
				quote,
				'Add "prefix" or "suffix": the characters before or after it.'
			);
		} else if (found.reason !== 'missing') {
			const beside = found.reason === 'prefix' ? 'before' : 'after';
			report(
				`is in the article, but its ${found.reason} does not stand ${beside} it`,
				found.reason === 'prefix' ? prefix : suffix,
				`Copy the characters just ${beside} the quote; remove them if it stands there once.`
			);
		} else {
			const hint = found.nearest ? ` The nearest text there is "${found.nearest}".` : '';
			report('is not in the article', quote, `Copy the quote exactly, with its marks and dashes.${hint}`);
		}
		return undefined;
	}
	const { start, end } = found;
	if (!edges.starts.has(start) || !edges.ends.has(end) || !marksBalance(quote)) {
		report(
			'is cut loose: it does not begin and end with whole sentences and closed quotation marks',
			`${text.slice(Math.max(0, start - CONTEXT), start)}[${quote}]${text.slice(end, end + CONTEXT)}`,
			'Quote the whole sentence, with its "he said".'
		);
	}
	return {
		id,
		quote: text.slice(start, end),
		start,
		end,
		...(prefix && { prefix }),
		...(suffix && { suffix }),
		speaker: { id: speaker, name: known?.name ?? speaker, role: known?.role ?? '' },
		...(verb && { verb }),
		...(to && { to }),
		voice,
		places: basis,
		unquotedBefore: 0,
		dates: (article?.dates ?? []).filter(({ phrase }) => wholeWords(quote, phrase).length > 0)
	};
}
