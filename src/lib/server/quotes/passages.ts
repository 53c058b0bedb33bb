/** Turns entries of passages.yaml into passages: finds each quote in the article, and checks the fields. */
import type { Passage } from '$lib/model/story';
import { anchor, marksBalance, sentenceEdges, type Anchor } from './anchor';
import { repeated } from '../input/cross-checks';
import type { Checked, Finding } from '../input/faults';
import type { ArticleFile, PassagesFile } from '../input/schema';
import { wholeWords } from './whole-words';

/** UTF-16 code units of the article that a fault shows on either side of a quote. */
const CONTEXT_LENGTH = 32;

type PassageEntry = PassagesFile['passages'][number];
type SentenceEdges = ReturnType<typeof sentenceEdges>;

/** What passages are checked against. */
export interface PassageContext {
	/** The file that faults name. */
	file: string;
	/** The article. Empty if it could not be read: then no quote is looked for, and there are no passages. */
	text: string;
	/** Undefined if its file could not be read: then speakers are not checked. */
	article: ArticleFile | undefined;
	/** Undefined if a layer could not be read: then the ids of places are not checked. */
	placeIds: ReadonlySet<string> | undefined;
}

const countWords = (text: string): number =>
	text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

/** The passages in the order of the article. An entry whose quote is not found makes a fault and no passage. */
export function anchorPassages(entries: PassageEntry[], context: PassageContext): Checked<Passage[]> {
	const edges = sentenceEdges(context.text, context.article?.language ?? 'en');
	const checked = entries.map((entry) => anchorPassage(entry, context, edges));
	const faultOf = (id: string, finding: Finding) => ({
		file: context.file,
		thing: `passage "${id}"`,
		...finding
	});
	const faults = checked.flatMap(({ id, findings }) => findings.map((finding) => faultOf(id, finding)));
	const passages = checked
		.map(({ passage }) => passage)
		.filter((passage) => passage !== undefined)
		.sort((a, b) => a.start - b.start);
	let previousEnd = 0;
	for (const passage of passages) {
		if (passage.start < previousEnd) {
			const fault = 'begins before the passage in front of it has ended';
			const mend = 'Make one passage of the two, or shorten one of them.';
			faults.push(faultOf(passage.id, { fault, found: passage.quote, mend }));
		}
		passage.unquotedBefore = countWords(context.text.slice(previousEnd, passage.start));
		previousEnd = passage.end;
	}
	return { value: passages, faults };
}

function anchorPassage(
	entry: PassageEntry,
	{ text, article, placeIds }: PassageContext,
	edges: SentenceEdges
): { id: string; passage: Passage | undefined; findings: Finding[] } {
	const { id, quote, prefix, suffix, speaker, verb, to, voice, places } = entry;
	const speakers = article?.speakers ?? {};
	const listed = Object.hasOwn(speakers, speaker) ? speakers[speaker] : undefined;
	const findings = [...checkSpeech(entry, !article || listed !== undefined), ...checkPlaces(entry, placeIds)];
	if (!text) return { id, passage: undefined, findings };
	const anchored = anchor(text, { quote, prefix, suffix });
	if ('reason' in anchored)
		return { id, passage: undefined, findings: [...findings, notAnchored(entry, anchored)] };
	const { start, end } = anchored;
	const passage = {
		id,
		quote: text.slice(start, end),
		start,
		end,
		...(prefix && { prefix }),
		...(suffix && { suffix }),
		speaker: {
			id: speaker,
			name: listed?.name ?? speaker,
			role: listed?.role ?? '',
			...(listed?.pronoun && { pronoun: listed.pronoun })
		},
		...(verb && { verb }),
		...(to && { to }),
		voice,
		places: places.map(({ place, words, because }) =>
			words === undefined ? { place, because: because ?? '' } : { place, words }
		),
		// anchorPassages() sets it, when it knows the passage before this one.
		unquotedBefore: 0,
		dates: (article?.dates ?? []).filter(({ phrase }) => wholeWords(quote, phrase).length > 0)
	};
	return { id, passage, findings: [...findings, ...checkSentenceEdges(text, passage, edges)] };
}

function checkSpeech({ quote, speaker, verb, voice }: PassageEntry, isSpeakerListed: boolean): Finding[] {
	const findings: Finding[] = [];
	if (!isSpeakerListed)
		findings.push({
			fault: 'has a speaker that article.yaml does not list',
			found: speaker,
			mend: 'List the speaker there, or correct the id.'
		});
	if ((voice === 'direct' || voice === 'indirect') && !verb)
		findings.push({
			fault: `is ${voice} speech without a verb`,
			found: quote,
			mend: 'Add the word of the quote that carries the claim ("said").'
		});
	if (verb && wholeWords(quote, verb).length === 0)
		findings.push({
			fault: 'has a verb that is not in its quote',
			found: verb,
			mend: 'Copy it from the quote.'
		});
	return findings;
}

function checkPlaces({ quote, places }: PassageEntry, placeIds: PassageContext['placeIds']): Finding[] {
	const findings: Finding[] = repeated(places.map(({ place }) => place)).map((found) => ({
		fault: 'speaks of a place twice',
		found,
		mend: 'Make one entry of the two.'
	}));
	for (const { place, words, because } of places) {
		if (placeIds && !placeIds.has(place))
			findings.push({
				fault: 'speaks of a place that geo/ does not hold',
				found: place,
				mend: 'Add the place, or correct the id.'
			});
		if ((words === undefined) === (because === undefined))
			findings.push({
				fault: `needs either "words" or "because" at the place "${place}", and not both`,
				found: { words, because },
				mend: 'Keep one.'
			});
		if (words !== undefined && wholeWords(quote, words).length === 0)
			findings.push({
				fault: `does not contain the words that name "${place}"`,
				found: words,
				mend: 'Copy them from the quote, or use "because".'
			});
	}
	return findings;
}

function notAnchored(
	{ quote, prefix, suffix }: PassageEntry,
	failure: Exclude<Anchor, { start: number }>
): Finding {
	switch (failure.reason) {
		case 'ambiguous':
			return {
				fault: `stands ${failure.count} times in the article`,
				found: quote,
				mend: 'Add "prefix" or "suffix": the characters before or after it.'
			};
		case 'missing': {
			const hint = failure.nearest ? ` The nearest text there is "${failure.nearest}".` : '';
			return {
				fault: 'is not in the article',
				found: quote,
				mend: `Copy the quote exactly, with its marks and dashes.${hint}`
			};
		}
		default: {
			const beside = failure.reason === 'prefix' ? 'before' : 'after';
			return {
				fault: `is in the article, but its ${failure.reason} does not stand ${beside} it`,
				found: failure.reason === 'prefix' ? prefix : suffix,
				mend: `Copy the characters just ${beside} the quote; remove them if it stands there once.`
			};
		}
	}
}

function checkSentenceEdges(text: string, { quote, start, end }: Passage, edges: SentenceEdges): Finding[] {
	if (edges.starts.has(start) && edges.ends.has(end) && marksBalance(quote)) return [];
	return [
		{
			fault: 'is cut loose: it does not begin and end with whole sentences and closed quotation marks',
			found: `${text.slice(Math.max(0, start - CONTEXT_LENGTH), start)}[${quote}]${text.slice(end, end + CONTEXT_LENGTH)}`,
			mend: 'Quote the whole sentence, with its "he said".'
		}
	];
}
