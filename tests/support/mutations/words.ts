/** Mutations of words: keys and ids, the article, the selectors of quotes, links, and any value anywhere. */
import fc from 'fast-check';
import { parse } from 'yaml';
import { contentOf, TOWNS } from '../story/gate';
import { each, inJson, inPlace, inText, inYaml, insert, LAYERS, places, type Generator } from './mutation';
import { badLinks, goodLinks, reservedKeys } from '../story/hostile';
import { ARTICLE, PASSAGES, TEXT, type Spoilt } from '../story/story';

const place = fc.constantFrom(...places);
const text = contentOf(TEXT);
const passages = (parse(contentOf(PASSAGES)) as Spoilt).passages as Spoilt[];

/** Every object of some data, to choose one from. */
const objectsOf = (data: unknown): Spoilt[] =>
	data === null || typeof data !== 'object'
		? []
		: [...(Array.isArray(data) ? [] : [data]), ...Object.values(data).flatMap(objectsOf)];
const define = (of: Spoilt, key: string, value: unknown): unknown =>
	Object.defineProperty(of, key, { value, enumerable: true, configurable: true, writable: true });
const longKeys = ['k'.repeat(400_000), '', ' ', '\u202e', 'ключ', 'note\u200b', 'ID'];

export const keyMutations: Generator = fc.oneof(
	fc
		.tuple(fc.constantFrom(...LAYERS, TOWNS), fc.constantFrom(...reservedKeys, ...longKeys), fc.nat())
		.map(([file, key, at]) =>
			inJson(
				`a key ${key.slice(0, 20)} (${at})`,
				file,
				(data) => {
					const objects = objectsOf(data);
					define(objects[at % objects.length], key, 'x');
					// Of towns, which a tool writes, what is not needed is left out; "in" and "get" are languages.
				},
				file === TOWNS || /^[a-z]{2,3}$/.test(key) ? 'either' : 'refused'
			)
		),
	fc
		.tuple(fc.constantFrom(ARTICLE, PASSAGES), fc.constantFrom(...reservedKeys, ...longKeys), fc.nat())
		.map(([file, key, at]) =>
			inYaml(`a key ${key.slice(0, 20)} (${at})`, file, (data) => {
				const objects = objectsOf(data);
				define(objects[at % objects.length], key, 'x');
			})
		),
	each(place, [...reservedKeys, ...longKeys, 'quellon', 'zarpe', 'travesia', 'map'], (of, id) =>
		inPlace(`the id ${id.slice(0, 20)}`, of, (data) => (data.id = id), 'either')
	),
	each(fc.nat(), [...reservedKeys, ...longKeys, 'quellon', 'travesia', 'map'], (at, id) =>
		inYaml(
			`a passage's id ${id.slice(0, 20)} (${at})`,
			PASSAGES,
			(data) => {
				data.passages[at % data.passages.length].id = id;
			},
			'either'
		)
	),
	each(fc.nat(), [...reservedKeys, ...longKeys], (at, id) =>
		inYaml(`a passage's speaker ${id.slice(0, 20)} (${at})`, PASSAGES, (data) => {
			data.passages[at % data.passages.length].speaker = id;
		})
	)
);

const unseen = [
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
const spans = passages.map(({ quote, suffix = '' }): [number, number] => {
	const start = text.indexOf(quote + suffix);
	return [start, start + quote.length];
});
const inSpan = (chosen: number): number => {
	const [start, end] = spans[chosen % spans.length]!;
	return start + 1 + (chosen % (end - start - 1));
};

export const articleMutations: Generator = fc.oneof(
	each(fc.nat(), [...unseen, 'x', ' ', '<', '&', '\n'], (at, unit) =>
		inText(`${JSON.stringify(unit)} in a quote (${at})`, TEXT, () => insert(text, inSpan(at), unit))
	),
	each(fc.nat({ max: text.length }), [...unseen, 'x', '<b>', '\n', '{@html x}'], (at, unit) =>
		inText(`${JSON.stringify(unit)} at ${at}`, TEXT, () => insert(text, at, unit), 'either')
	),
	fc
		.nat({ max: text.length - 1 })
		.map((at) =>
			inText(`without what stands at ${at}`, TEXT, () => text.slice(0, at) + text.slice(at + 1), 'either')
		),
	fc.nat({ max: text.length - 1 }).map((at) => inText(`cut off at ${at}`, TEXT, () => text.slice(0, at))),
	each(
		fc.constant(text),
		[
			['decomposed', text.normalize('NFD'), 'refused'],
			['in capitals', text.toUpperCase(), 'refused'],
			['in straight marks', text.replace(/[«»“”]/g, '"'), 'refused'],
			['with hyphens for dashes', text.replaceAll('—', '-'), 'refused'],
			['in one line', text.replaceAll('\n', ' '), 'refused'],
			['twice', `${text}\n${text}`, 'refused'],
			['of a million letters', `${text}\n${'a'.repeat(1_000_000)}`, 'refused'],
			['with a line of 20,001 characters', `${text}\n${'a b. '.repeat(4001)}`, 'refused'],
			['empty', '', 'refused'],
			['with a byte order mark', `\ufeff${text}`, 'refused'],
			['in UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le'), 'refused'],
			['in Latin 1', Buffer.from(text, 'latin1'), 'refused'],
			['with other line ends', text.replaceAll('\n', '\r\n'), 'drawn'],
			['with a script after it', `${text}\n<script>alert(1)</script>`, 'drawn'],
			['with words turned round after it', `${text}\n\u202eabc\u202c \u200b`, 'drawn'],
			['with 150,000 characters after it', `${text}\n${'Una línea. \n'.repeat(12_000)}`, 'drawn']
		] as const,
		(_, [what, content, expected]) => inText(what, TEXT, () => content, expected)
	)
);

type Change = readonly [what: string, change: (passage: Spoilt, chosen: number, all: Spoilt) => void];
const slots: Change[] = [
	...['quote', 'id', 'speaker', 'voice', 'places'].flatMap((key): Change[] => [
		[`no ${key}`, (passage) => (passage[key] = undefined)],
		...[null, '', ' ', 0, [], {}, 'X'].map((value): Change => [
			`${key} ${JSON.stringify(value)}`,
			(passage) => (passage[key] = value)
		])
	]),
	[
		'letters lost at its end',
		(passage, chosen) => (passage.quote = passage.quote.slice(0, -1 - (chosen % 20)))
	],
	[
		'letters lost at its beginning',
		(passage, chosen) => (passage.quote = passage.quote.slice(1 + (chosen % 20)))
	],
	[
		'one character more',
		(passage, chosen) =>
			(passage.quote = insert(
				passage.quote,
				1 + (chosen % (passage.quote.length - 1)),
				unseen[chosen % unseen.length]!
			))
	],
	[
		'two letters changed over',
		(passage, chosen) => {
			const at = chosen % (passage.quote.length - 1);
			const [a, b] = [passage.quote[at], passage.quote[at + 1]];
			passage.quote = passage.quote.slice(0, at) + (a === b ? 'xy' : b + a) + passage.quote.slice(at + 2);
		}
	],
	['blanks around it', (passage) => (passage.quote = ` ${passage.quote} `)],
	['the whole article', (passage) => (passage.quote = text)],
	['900,000 letters', (passage) => (passage.quote = 'abcd efg '.repeat(100_000))],
	['a wrong prefix', (passage) => (passage.prefix = 'nunca jamás ')],
	['a wrong suffix', (passage) => (passage.suffix = ' nunca jamás')],
	['its offsets', (passage, chosen) => Object.assign(passage, { start: chosen % text.length, end: 0 })],
	['a second passage of its words', (passage, _, all) => all.passages.push({ ...passage, id: 'second' })],
	['a second passage of its id', (passage, _, all) => all.passages.push(passage)],
	[
		'words that are not there',
		(passage) => (passage.places[0] = { place: passage.places[0].place, words: 'nunca' })
	],
	['words of a pattern', (passage) => (passage.places[0] = { place: passage.places[0].place, words: '.*' })],
	['words and a reason', (passage) => Object.assign(passage.places[0], { words: 'x', because: 'y' })],
	['neither words nor a reason', (passage) => (passage.places = [{ place: passage.places[0].place }])],
	['a place that is not there', (passage) => (passage.places[0].place = 'nunca')],
	['a place twice', (passage) => passage.places.push(passage.places[0])],
	['a verb that is not there', (passage) => (passage.verb = 'nunca')],
	['left out words that are not there', (_p, _c, all) => all.leftOut.push({ words: 'nunca', reason: 'x' })],
	['another voice', (passage) => (passage.voice = 'thought')]
];

export const selectorMutations: Generator = fc
	.tuple(fc.nat({ max: passages.length - 1 }), fc.constantFrom(...slots), fc.nat({ max: 10_000 }))
	.map(([index, [what, change], chosen]) =>
		inYaml(`passages[${index}] ${what} (${chosen})`, PASSAGES, (data) =>
			change(data.passages[index], chosen, data)
		)
	);

const slot = fc.constantFrom('source', 'republication', 'photograph', ...places);
export const linkMutations: Generator = fc.oneof(
	...[badLinks, goodLinks].map((links) =>
		each(slot, links, (of, url) => {
			const [what, expected] = [`the link ${url}`, links === goodLinks ? 'drawn' : 'refused'] as const;
			return typeof of === 'string'
				? inYaml(`${of} ${what}`, ARTICLE, (data) => (data[of].url = url), expected)
				: inPlace(what, of, ({ properties }) => (properties.provenance.url = url), expected);
		})
	)
);
