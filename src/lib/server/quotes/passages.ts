/** Anchors every passage in the article and checks what is said of it. Places are checked against their ids. */
import type { Passage } from '$lib/model/story';
import { anchor, marksBalance, sentenceEdges, type Anchor } from './anchor';
import { repeated } from '../input/cross-checks';
import type { Checked, Finding } from '../input/faults';
import type { ArticleFile, PassagesFile } from '../input/schema';
import { wholeWords } from './whole-words';

/** Characters of context on either side of a quote in a fault. */
const CONTEXT = 32;

type PassageEntry = PassagesFile['passages'][number];
type Edges = ReturnType<typeof sentenceEdges>;

export interface Words {
	file: string;
	/** Empty when it cannot be read: then no quote is looked for, and no passage found. */
	text: string;
	/** Undefined when its file cannot be read: quotes and places are checked all the same. */
	article: ArticleFile | undefined;
	/** Undefined when they are not all known. */
	placeIds: ReadonlySet<string> | undefined;
}

const countWords = (text: string): number =>
	text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

/** The passages in the order of the article. One whose quote is not found is left out, and is a fault. */
export function anchorPassages(entries: PassageEntry[], words: Words): Checked<Passage[]> {
	const edges = sentenceEdges(words.text, words.article?.language ?? 'en');
	const checked = entries.map((entry) => anchorPassage(entry, words, edges));
	const faultOf = (id: string, finding: Finding) => ({
		file: words.file,
		thing: `passage "${id}"`,
		...finding
	});
	const faults = checked.flatMap(({ id, findings }) => findings.map((finding) => faultOf(id, finding)));
	const passages = checked
		.map(({ passage }) => passage)
		.filter((passage) => passage !== undefined)
		.sort((a, b) => a.start - b.start);
	let end = 0;
	for (const passage of passages) {
		if (passage.start < end) {
			const fault = 'begins before the passage in front of it has ended';
			const mend = 'Make one passage of the two, or shorten one of them.';
			faults.push(faultOf(passage.id, { fault, found: passage.quote, mend }));
		}
		passage.unquotedBefore = countWords(words.text.slice(end, passage.start));
		end = passage.end;
	}
	return { value: passages, faults };
}

function anchorPassage(
	entry: PassageEntry,
	{ text, article, placeIds }: Words,
	edges: Edges
): { id: string; passage: Passage | undefined; findings: Finding[] } {
	const { id, quote, prefix, suffix, speaker, verb, to, voice, places } = entry;
	const speakers = article?.speakers ?? {};
	const known = Object.hasOwn(speakers, speaker) ? speakers[speaker] : undefined;
	const findings = [...checkSpeech(entry, !article || known !== undefined), ...checkPlaces(entry, placeIds)];
	if (!text) return { id, passage: undefined, findings };
	const found = anchor(text, { quote, prefix, suffix });
	if ('reason' in found) return { id, passage: undefined, findings: [...findings, notFound(entry, found)] };
	const { start, end } = found;
	const passage = {
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
		places: places.map(({ place, words, because }) =>
			words === undefined ? { place, because: because ?? '' } : { place, words }
		),
		unquotedBefore: 0,
		dates: (article?.dates ?? []).filter(({ phrase }) => wholeWords(quote, phrase).length > 0)
	};
	return { id, passage, findings: [...findings, ...checkCut(text, passage, edges)] };
}

function checkSpeech({ quote, speaker, verb, voice }: PassageEntry, isListed: boolean): Finding[] {
	const findings: Finding[] = [];
	if (!isListed)
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

function checkPlaces({ quote, places }: PassageEntry, placeIds: Words['placeIds']): Finding[] {
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

function notFound(
	{ quote, prefix, suffix }: PassageEntry,
	anchor: Exclude<Anchor, { start: number }>
): Finding {
	switch (anchor.reason) {
		case 'ambiguous':
			return {
				fault: `stands ${anchor.count} times in the article`,
				found: quote,
				mend: 'Add "prefix" or "suffix": the characters before or after it.'
			};
		case 'missing': {
			const hint = anchor.nearest ? ` The nearest text there is "${anchor.nearest}".` : '';
			return {
				fault: 'is not in the article',
				found: quote,
				mend: `Copy the quote exactly, with its marks and dashes.${hint}`
			};
		}
		default: {
			const beside = anchor.reason === 'prefix' ? 'before' : 'after';
			return {
				fault: `is in the article, but its ${anchor.reason} does not stand ${beside} it`,
				found: anchor.reason === 'prefix' ? prefix : suffix,
				mend: `Copy the characters just ${beside} the quote; remove them if it stands there once.`
			};
		}
	}
}

function checkCut(text: string, { quote, start, end }: Passage, edges: Edges): Finding[] {
	if (edges.starts.has(start) && edges.ends.has(end) && marksBalance(quote)) return [];
	return [
		{
			fault: 'is cut loose: it does not begin and end with whole sentences and closed quotation marks',
			found: `${text.slice(Math.max(0, start - CONTEXT), start)}[${quote}]${text.slice(end, end + CONTEXT)}`,
			mend: 'Quote the whole sentence, with its "he said".'
		}
	];
}
