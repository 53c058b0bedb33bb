/** Mutations of files as text: syntax errors of JSON and YAML, encodings, sizes, depths. */
import fc from 'fast-check';
import { parse } from 'yaml';
import { ISLANDS, PIERS, REGION, TOWNS } from '../story/gate';
import { each, inText, inYaml, insert, LAYERS, nested, type Generator } from './mutation';
import { ARTICLE, PASSAGES } from '../story/story';

const layer = fc.constantFrom(...LAYERS);
const json = fc.constantFrom(...LAYERS, TOWNS, REGION);
const yaml = fc.constantFrom(ARTICLE, PASSAGES);

/** The offsets of the characters that give JSON its structure: brackets, colons and commas outside strings. */
const structureOf = (text: string): number[] =>
	[...text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,]/g)].flatMap(({ 0: token, index }) =>
		token.startsWith('"') ? [] : [index]
	);
const closingBrackets = (text: string): number[] =>
	structureOf(text).filter((offset) => '}]'.includes(text[offset]!));
const pick = <Value>(values: Value[], chosen: number): Value => values[chosen % values.length]!;

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
const withInLabel = (inserted: string) => (text: string) =>
	text.replace(/"(label|attribution)": ?"/, `$&${inserted}`);
const jsonAndChoice = fc.tuple(json, fc.nat());

export const jsonMutations: Generator = fc.oneof(
	jsonAndChoice.map(([file, chosen]) =>
		inText(`cut off (${chosen})`, file, (text) => text.slice(0, chosen % (text.trimEnd().length - 1)))
	),
	jsonAndChoice.map(([file, chosen]) =>
		inText(`without a bracket, colon or comma (${chosen})`, file, (text) => {
			const removed = pick(structureOf(text), chosen);
			return text.slice(0, removed) + text.slice(removed + 1);
		})
	),
	jsonAndChoice.map(([file, chosen]) =>
		inText(`a comma before a closing bracket (${chosen})`, file, (text) =>
			insert(text, pick(closingBrackets(text), chosen), ',')
		)
	),
	fc.tuple(fc.constantFrom(...LAYERS, TOWNS), fc.nat()).map(([file, chosen]) =>
		inText(`a key twice (${chosen})`, file, (text) => {
			const { 0: key, index } = pick([...text.matchAll(/"[^"]+":/g)], chosen);
			return insert(text, index, `${key} null, `);
		})
	),
	fc
		.tuple(layer, fc.integer({ min: 33, max: 40_000 }))
		.map(([file, depth]) =>
			inText(`nested ${depth} deep`, file, (text) =>
				text.replace(/"label": "[^"]*"/, `"label": ${nested(depth)}`)
			)
		),
	each(
		json,
		['', ' \n', 'null', '[]', '""', '0', 'true', '{}', '<!doctype html>\n<title>404</title>', nested(90_000)],
		(file, content) => inText(`holding ${content.slice(0, 20)}`, file, () => content)
	),
	each(
		json,
		['NaN', 'Infinity', '-', '01', '.5', '0x10', '1,5', 'undefined', '/* none */', "'0'"],
		(file, number) =>
			inText(`${number} for a number`, file, (text) => text.replace(/(?<=\[\s*)-?\d+(\.\d+)?/, number))
	),
	each(json, ['\\ud800', '\\udc00 ', '\\u0000', '\\u001b[31m', '\\u202e', '\u0007'], (file, characters) =>
		inText(`${characters} in a text`, file, withInLabel(characters))
	),
	json.map((file) => inText('with a byte order mark', file, (text) => `\ufeff${text}`)),
	json.map((file) => inText('in UTF-16', file, utf16)),
	each(fc.constantFrom(ISLANDS, PIERS), [0], (file) =>
		inText('in Latin 1', file, (text) => Buffer.from(text, 'latin1'))
	),
	each(json, [10_000_001, 13_000_000], (file, size) =>
		inText(`of ${size} bytes`, file, (text) => text + ' '.repeat(size - Buffer.byteLength(text)))
	),
	each(
		json,
		[
			['CR LF as line break', (text: string) => text.replaceAll('\n', '\r\n')],
			['white space around it', (text: string) => `\n \t${text}${' '.repeat(9_999)}`],
			['no line breaks', (text: string) => JSON.stringify(JSON.parse(text))],
			[
				'escaped letters',
				(text: string) =>
					text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
			]
		] as const,
		(file, [what, change]) => inText(what, file, (text) => change(text), 'drawn')
	)
);

/** Aliases of aliases, which expand to 8 to the power of 6 values. */
const yamlBomb = [
	'a: &a [x, x, x, x, x, x, x, x]',
	...['b', 'c', 'd', 'e', 'f'].map(
		(name, index) => `${name}: &${name} [${Array(8).fill(`*${'abcde'[index]}`).join(', ')}]`
	)
].join('\n');

export const yamlMutations: Generator = fc.oneof(
	fc
		.tuple(yaml, fc.nat())
		.map(([file, chosen]) =>
			inText(`cut off (${chosen})`, file, (text) => text.slice(0, chosen % text.length), 'either')
		),
	fc.tuple(yaml, fc.nat()).map(([file, chosen]) =>
		inText(`a key misspelt (${chosen})`, file, (text) => {
			const { 0: key, index } = pick([...text.matchAll(/^ *(?:- )?[a-zA-Z]+(?=:( |$))/gm)], chosen);
			return insert(text, index + key.length, 'x');
		})
	),
	fc.tuple(yaml, fc.nat()).map(([file, chosen]) =>
		inText(`a line twice (${chosen})`, file, (text) => {
			const { 0: line, index } = pick([...text.matchAll(/^ *[a-zA-Z]+: ?.*\n/gm)], chosen);
			return insert(text, index, line);
		})
	),
	fc.tuple(yaml, fc.nat()).map(([file, chosen]) =>
		inText(
			`a tab as indentation (${chosen})`,
			file,
			(text) => {
				const { index } = pick([...text.matchAll(/^ {4}(?=[a-z]+:)/gm)], chosen);
				return `${text.slice(0, index)}\t${text.slice(index + 4)}`;
			},
			'either'
		)
	),
	each(
		yaml,
		[
			`x: ${nested(40)}`,
			`x: ${nested(4_000)}`,
			'x: *none',
			'x: &x [*x]',
			yamlBomb,
			'---\ntitle: x',
			'__proto__: { x: y }',
			'? { a: b }\n: c',
			'x: "',
			"x: '",
			'x: [',
			'x: }',
			'- x',
			'x',
			'\u0000',
			'<<: { x: y }',
			'x: !!binary "//8="',
			'"\\ud800": x',
			`${'k'.repeat(900_000)}: x`,
			`x: ${'k'.repeat(1_000_000)}`
		],
		(file, line) => inText(`with an added line ${line.slice(0, 20)}`, file, (text) => `${text}\n${line}\n`)
	),
	each(
		yaml,
		['', '# Nothing', 'null', '[]', '0', '{}', '%YAML 1.1\n---\n', nested(20_000)],
		(file, content) => inText(`holding ${content.slice(0, 20)}`, file, () => content)
	),
	yaml.map((file) => inText('with a byte order mark', file, (text) => `\ufeff${text}`)),
	yaml.map((file) => inText('in UTF-16', file, utf16)),
	yaml.map((file) => inText('in Latin 1', file, (text) => Buffer.from(text, 'latin1'))),
	yaml.map((file) => inText('that is JSON', file, (text) => JSON.stringify(parse(text)), 'drawn')),
	yaml.map((file) => inText('of YAML 1.2', file, (text) => `%YAML 1.2\n---\n${text}...\n`, 'drawn')),
	yaml.map((file) => inText('CR LF as line break', file, (text) => text.replaceAll('\n', '\r\n'), 'drawn')),
	each(fc.nat({ max: 4 }), ['__proto__', '"__proto__"'], (chosen, key) =>
		inText(`${key} for a speaker (${chosen})`, ARTICLE, (text) =>
			text.replace(/^speakers:\n/m, `$&  ${key}:\n    name: x\n    role: y\n`)
		)
	),
	each(fc.integer({ min: 501, max: 20_000 }), [0], (count) =>
		inYaml(`${count} entries of leftOut`, PASSAGES, (data) => {
			data.leftOut = Array.from({ length: count }, (_, index) => ({ words: `w${index}`, reason: 'x' }));
		})
	)
);
