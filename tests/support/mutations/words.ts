/** Mutations of the article, and of passages and their quotes. */
import fc from 'fast-check';
import { parse } from 'yaml';
import { contentOf } from '../story/gate';
import { each, inText, inYaml, insert, type Generator } from './mutation';
import { PASSAGES, TEXT, type AnyData } from '../story/story';

const text = contentOf(TEXT);
const passages = (parse(contentOf(PASSAGES)) as AnyData).passages as AnyData[];

/** Invisible characters, and others that a text must not have or that are easily taken for another. */
const specialCharacters = [
	'\u200b',
	'\u00ad',
	'\u2060',
	'\ufeff',
	'\u202e',
	'\u2066',
	'\u0301',
	'\u00a0',
	'\r',
	'\0',
	'\u0085'
];
/** The offsets of each quote in the article. */
const quoteSpans = passages.map(({ quote, suffix = '' }): [number, number] => {
	const start = text.indexOf(quote + suffix);
	return [start, start + quote.length];
});
const offsetInQuote = (chosen: number): number => {
	const [start, end] = quoteSpans[chosen % quoteSpans.length]!;
	return start + 1 + (chosen % (end - start - 1));
};

export const articleMutations: Generator = fc.oneof(
	each(fc.nat(), [...specialCharacters, 'x', ' ', '<', '&', '\n'], (chosen, inserted) =>
		inText(`${JSON.stringify(inserted)} in a quote (${chosen})`, TEXT, () =>
			insert(text, offsetInQuote(chosen), inserted)
		)
	),
	each(
		fc.nat({ max: text.length }),
		[...specialCharacters, 'x', '<b>', '\n', '{@html x}'],
		(offset, inserted) =>
			inText(`${JSON.stringify(inserted)} at ${offset}`, TEXT, () => insert(text, offset, inserted), 'either')
	),
	fc
		.nat({ max: text.length - 1 })
		.map((offset) =>
			inText(
				`without the code unit at ${offset}`,
				TEXT,
				() => text.slice(0, offset) + text.slice(offset + 1),
				'either'
			)
		),
	fc
		.nat({ max: text.length - 1 })
		.map((offset) => inText(`cut off at ${offset}`, TEXT, () => text.slice(0, offset))),
	each(
		fc.constant(text),
		[
			['in Unicode form NFD', text.normalize('NFD'), 'refused'],
			['in capitals', text.toUpperCase(), 'refused'],
			['with straight quotation marks', text.replace(/[«»“”]/g, '"'), 'refused'],
			['with hyphens for dashes', text.replaceAll('—', '-'), 'refused'],
			['in one line', text.replaceAll('\n', ' '), 'refused'],
			['twice', `${text}\n${text}`, 'refused'],
			['of a million letters', `${text}\n${'a'.repeat(1_000_000)}`, 'refused'],
			['with a line of 20,001 characters', `${text}\n${'a b. '.repeat(4001)}`, 'refused'],
			['empty', '', 'refused'],
			['with a byte order mark', `\ufeff${text}`, 'refused'],
			['in UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le'), 'refused'],
			['in Latin 1', Buffer.from(text, 'latin1'), 'refused'],
			['with CR LF as line break', text.replaceAll('\n', '\r\n'), 'drawn'],
			['with a script after it', `${text}\n<script>alert(1)</script>`, 'drawn'],
			['with direction characters after it', `${text}\n\u202eabc\u202c \u200b`, 'drawn'],
			['with 150,000 characters after it', `${text}\n${'Una línea. \n'.repeat(12_000)}`, 'drawn']
		] as const,
		(_, [what, content, expected]) => inText(what, TEXT, () => content, expected)
	)
);

/** `chosen` is any natural number, `file` the parsed passages.yaml. */
type Change = readonly [what: string, change: (passage: AnyData, chosen: number, file: AnyData) => void];
const passageChanges: Change[] = [
	...['quote', 'id', 'speaker', 'voice', 'places'].flatMap((key): Change[] => [
		[`no ${key}`, (passage) => (passage[key] = undefined)],
		...[null, '', ' ', 0, [], {}, 'X'].map((value): Change => [
			`${key} ${JSON.stringify(value)}`,
			(passage) => (passage[key] = value)
		])
	]),
	[
		'characters missing at the end of the quote',
		(passage, chosen) => (passage.quote = passage.quote.slice(0, -1 - (chosen % 20)))
	],
	[
		'characters missing at the beginning of the quote',
		(passage, chosen) => (passage.quote = passage.quote.slice(1 + (chosen % 20)))
	],
	[
		'one more character in the quote',
		(passage, chosen) =>
			(passage.quote = insert(
				passage.quote,
				1 + (chosen % (passage.quote.length - 1)),
				specialCharacters[chosen % specialCharacters.length]!
			))
	],
	[
		'two characters exchanged in the quote',
		(passage, chosen) => {
			const offset = chosen % (passage.quote.length - 1);
			const [first, second] = [passage.quote[offset], passage.quote[offset + 1]];
			const exchanged = first === second ? 'xy' : second + first;
			passage.quote = passage.quote.slice(0, offset) + exchanged + passage.quote.slice(offset + 2);
		}
	],
	['blanks around the quote', (passage) => (passage.quote = ` ${passage.quote} `)],
	['the whole article as quote', (passage) => (passage.quote = text)],
	['a quote of 900,000 characters', (passage) => (passage.quote = 'abcd efg '.repeat(100_000))],
	['a wrong prefix', (passage) => (passage.prefix = 'nunca jamás ')],
	['a wrong suffix', (passage) => (passage.suffix = ' nunca jamás')],
	[
		'offsets, which the schema does not know',
		(passage, chosen) => Object.assign(passage, { start: chosen % text.length, end: 0 })
	],
	[
		'a second passage with the same quote',
		(passage, _, file) => file.passages.push({ ...passage, id: 'second' })
	],
	['a second passage with the same id', (passage, _, file) => file.passages.push(passage)],
	[
		'words that are not in the quote',
		(passage) => (passage.places[0] = { place: passage.places[0].place, words: 'nunca' })
	],
	[
		'words that are a regular expression',
		(passage) => (passage.places[0] = { place: passage.places[0].place, words: '.*' })
	],
	['words and a reason', (passage) => Object.assign(passage.places[0], { words: 'x', because: 'y' })],
	['neither words nor a reason', (passage) => (passage.places = [{ place: passage.places[0].place }])],
	['an unknown place', (passage) => (passage.places[0].place = 'nunca')],
	['a place twice', (passage) => passage.places.push(passage.places[0])],
	['a verb that is not in the quote', (passage) => (passage.verb = 'nunca')],
	[
		'leftOut with words that are not in the article',
		(_passage, _chosen, file) => file.leftOut.push({ words: 'nunca', reason: 'x' })
	],
	['an unknown voice', (passage) => (passage.voice = 'thought')]
];

export const selectorMutations: Generator = fc
	.tuple(fc.nat({ max: passages.length - 1 }), fc.constantFrom(...passageChanges), fc.nat({ max: 10_000 }))
	.map(([index, [what, change], chosen]) =>
		inYaml(`passages[${index}] ${what} (${chosen})`, PASSAGES, (data) =>
			change(data.passages[index], chosen, data)
		)
	);
