import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Passage } from '$lib/model/story';
import { compile } from '$lib/server/compile';
import { cover } from '$lib/server/quotes/coverage';
import type { Fault } from '$lib/server/input/faults';
import { anchorPassages } from '$lib/server/quotes/passages';
import { articleSchema, passagesSchema } from '$lib/server/input/schema';
import { errorOf, files, light, lightStory, PASSAGES, TEXT, withFile } from '../../support/story/story';

const { story } = lightStory();
const article = articleSchema.parse(parse(files.article.text!));
const words = passagesSchema.parse(parse(files.passages.text!));

test('every quote is what the article says between its offsets, and they stand in its order', () => {
	for (const { quote, start, end } of story.passages) expect(files.text.slice(start, end)).toBe(quote);
	const ends = [0, ...story.passages.map(({ end }) => end)];
	for (const [index, { start }] of story.passages.entries())
		expect(start).toBeGreaterThanOrEqual(ends[index]!);
});

test('the article is the one that was supplied, byte for byte', () => {
	const sha256 = 'f37a0b0674a91546539ba22a9917059617324bc17233400bb1aac0908d02bd95';
	expect(createHash('sha256').update(readFileSync(TEXT)).digest('hex')).toBe(sha256);
	expect(story.article).toMatchObject({ sha256, length: files.text.length });
});

test('every verb and every word that names a place is in its quote', () => {
	for (const { quote, verb = '', places } of story.passages) {
		expect(quote).toContain(verb);
		for (const mention of places) expect(quote).toContain('words' in mention ? mention.words : '');
	}
});

/** All that is checked of the words, without the places. */
function check(text: string): { faults: Fault[]; passages: Passage[] } {
	const file = PASSAGES;
	const { value, faults } = anchorPassages(words.passages, { file, text, article, placeIds: undefined });
	const coverage = cover(text, value, words.leftOut, story.places, 1);
	return { faults: [...faults, ...coverage.faults], passages: value };
}

type Kind = 'replace' | 'insert' | 'delete';
interface Change {
	chosen: number;
	kind: Kind;
	unit: string;
}

const unit = fc.oneof(
	fc.constantFrom('x', 'É', ' ', '\n', '.', '"', '’', '–', '\u00a0', '\u0301', '\ud83d', '\udc69'),
	fc.integer({ min: 0x20, max: 0xffff }).map((code) => String.fromCharCode(code))
);
const kind = fc.constantFrom<Kind>('replace', 'insert', 'delete');
const sample = (seed: number): Change[] =>
	fc.sample(fc.record({ chosen: fc.nat(), kind, unit }), { numRuns: 500, seed });

function changeAt(text: string, at: number, { kind: how, unit: wanted }: Change): string {
	const other = wanted === text[at] ? 'y' : wanted;
	const [put, from] = { replace: [other, at + 1], insert: [wanted, at], delete: ['', at + 1] }[how] as [
		string,
		number
	];
	return text.slice(0, at) + put + text.slice(from);
}

describe('one character changed in the article', () => {
	const inside = sample(1).map((change): [Passage, string] => {
		const passage = story.passages[change.chosen % story.passages.length]!;
		// Before its first character an insertion would stand outside the quote.
		const first = change.kind === 'insert' ? 1 : 0;
		const at = passage.start + first + (change.chosen % (passage.quote.length - first));
		return [passage, changeAt(files.text, at, change)];
	});

	test('inside a quote is told each time as a fault of its passage', () => {
		const told = inside.map(([{ id }, text]) => {
			const faults = check(text).faults.filter(({ thing }) => thing === `passage "${id}"`);
			return faults.some(({ fault }) => /is not in the article|is cut loose/.test(fault));
		});
		expect(told).toEqual(Array(500).fill(true));
	});

	test('inside a quote stops the whole story, with the nearest text as a hint', () => {
		for (const [{ id, quote }, text] of inside.slice(0, 4)) {
			const { message } = errorOf(withFile(light, TEXT, () => text));
			expect(message).toContain(`passage "${id}"`);
			expect(message).toContain(quote.slice(0, 100));
		}
	});

	const outside = [...Array(files.text.length).keys()].filter(
		(at) => !story.passages.some(({ start, end }) => at >= start && at < end)
	);

	test('outside every quote is never called a misquote and shifts no quote', () => {
		const quotes = new Map(story.passages.map(({ id, quote }) => [id, quote]));
		for (const change of sample(2)) {
			const at = outside[change.chosen % outside.length]!;
			const text = changeAt(files.text, at, change);
			const { faults, passages } = check(text);
			expect(faults.filter(({ fault }) => fault.includes('is not in the article'))).toEqual([]);
			expect(passages.map(({ id }) => id)).toEqual([...quotes.keys()]);
			for (const { id, quote, start, end } of passages) {
				expect(text.slice(start, end)).toBe(quote);
				expect(quote).toBe(quotes.get(id));
			}
			// Whatever else is told is told of the words beside the change.
			for (const fault of faults) expect(distanceTo(fault, at)).toBeLessThanOrEqual(3);
		}
	});

	test('outside every quote compiles to the same quotes, or tells which words it hit', () => {
		const harmless = withFile(light, TEXT, (text) => text.replace('incendiary', 'incendiarY'));
		expect(compile(harmless).story.passages).toEqual(story.passages);
		const shifted = withFile(light, TEXT, (text) => text.replace('belarus poland', 'belarus  poland'));
		expect(errorOf(shifted).message).toMatch(/1 fault.*leftOut.*"belarus poland soldiers"/s);
	});
});

/** Code units between a change and the words a fault names: words left out, or the edges of a passage. */
function distanceTo({ thing, found }: Fault, at: number): number {
	const passage = story.passages.find(({ id }) => thing === `passage "${id}"`);
	const edges = passage
		? [passage.start, passage.end]
		: [...files.text.matchAll(new RegExp(String(found), 'g'))].flatMap(({ index }) =>
				[...Array(String(found).length).keys()].map((offset) => index + offset)
			);
	return Math.min(...edges.map((edge) => Math.abs(edge - at)));
}
