/** The passages of the story are verbatim, and a change of the article is noticed. */
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
const passagesFile = passagesSchema.parse(parse(files.passages.text!));

test('every quote is the text of the article between its offsets, and quotes are in order', () => {
	for (const { quote, start, end } of story.passages) expect(files.text.slice(start, end)).toBe(quote);
	const ends = [0, ...story.passages.map(({ end }) => end)];
	for (const [index, { start }] of story.passages.entries())
		expect(start).toBeGreaterThanOrEqual(ends[index]!);
});

test('article.txt is unchanged, byte for byte', () => {
	const sha256 = 'f37a0b0674a91546539ba22a9917059617324bc17233400bb1aac0908d02bd95';
	expect(createHash('sha256').update(readFileSync(TEXT)).digest('hex')).toBe(sha256);
	expect(story.article).toMatchObject({ sha256, length: files.text.length });
});

test('every verb and every name of a place is in its quote', () => {
	for (const { quote, verb = '', places } of story.passages) {
		expect(quote).toContain(verb);
		for (const mention of places) expect(quote).toContain('words' in mention ? mention.words : '');
	}
});

/** The passages and faults of an article with this text; places are not checked. */
function check(text: string): { faults: Fault[]; passages: Passage[] } {
	const file = PASSAGES;
	const { value, faults } = anchorPassages(passagesFile.passages, {
		file,
		text,
		article,
		placeIds: undefined
	});
	const coverage = cover(text, value, passagesFile.leftOut, story.places, 1);
	return { faults: [...faults, ...coverage.faults], passages: value };
}

type Kind = 'replace' | 'insert' | 'delete';
interface Change {
	/** Any natural number, which chooses a passage and an offset. */
	chosen: number;
	kind: Kind;
	codeUnit: string;
}

const codeUnit = fc.oneof(
	fc.constantFrom('x', 'É', ' ', '\n', '.', '"', '’', '–', '\u00a0', '\u0301', '\ud83d', '\udc69'),
	fc.integer({ min: 0x20, max: 0xffff }).map((code) => String.fromCharCode(code))
);
const kind = fc.constantFrom<Kind>('replace', 'insert', 'delete');
const sample = (seed: number): Change[] =>
	fc.sample(fc.record({ chosen: fc.nat(), kind, codeUnit }), { numRuns: 500, seed });

function changeAt(text: string, offset: number, { kind, codeUnit }: Change): string {
	const before = text.slice(0, offset);
	if (kind === 'insert') return before + codeUnit + text.slice(offset);
	if (kind === 'delete') return before + text.slice(offset + 1);
	return before + (codeUnit === text[offset] ? 'y' : codeUnit) + text.slice(offset + 1);
}

describe('a change of one character in the article', () => {
	const inside = sample(1).map((change): [Passage, string] => {
		const passage = story.passages[change.chosen % story.passages.length]!;
		// An insertion before the first character would be outside the quote.
		const first = change.kind === 'insert' ? 1 : 0;
		const offset = passage.start + first + (change.chosen % (passage.quote.length - first));
		return [passage, changeAt(files.text, offset, change)];
	});

	test('inside a quote is a fault of its passage', () => {
		const areReported = inside.map(([{ id }, text]) => {
			const faults = check(text).faults.filter(({ thing }) => thing === `passage "${id}"`);
			return faults.some(({ fault }) => /is not in the article|is cut loose/.test(fault));
		});
		expect(areReported).toEqual(Array(500).fill(true));
	});

	test('inside a quote stops the build, and the fault shows the nearest text', () => {
		for (const [{ id, quote }, text] of inside.slice(0, 4)) {
			const { message } = errorOf(withFile(light, TEXT, () => text));
			expect(message).toContain(`passage "${id}"`);
			expect(message).toContain(quote.slice(0, 100));
		}
	});

	const outside = [...Array(files.text.length).keys()].filter(
		(offset) => !story.passages.some(({ start, end }) => offset >= start && offset < end)
	);

	test('outside all quotes is not a fault of a quote, and each quote is still found', () => {
		const quotes = new Map(story.passages.map(({ id, quote }) => [id, quote]));
		for (const change of sample(2)) {
			const offset = outside[change.chosen % outside.length]!;
			const text = changeAt(files.text, offset, change);
			const { faults, passages } = check(text);
			expect(faults.filter(({ fault }) => fault.includes('is not in the article'))).toEqual([]);
			expect(passages.map(({ id }) => id)).toEqual([...quotes.keys()]);
			for (const { id, quote, start, end } of passages) {
				expect(text.slice(start, end)).toBe(quote);
				expect(quote).toBe(quotes.get(id));
			}
			// Other faults are possible only of words next to the change.
			for (const fault of faults) expect(distanceTo(fault, offset)).toBeLessThanOrEqual(3);
		}
	});

	test('outside all quotes compiles to the same passages, or is a fault of the words that it changes', () => {
		const inNoOtherWords = withFile(light, TEXT, (text) => text.replace('incendiary', 'incendiarY'));
		expect(compile(inNoOtherWords).story.passages).toEqual(story.passages);
		const inLeftOutWords = withFile(light, TEXT, (text) => text.replace('belarus poland', 'belarus  poland'));
		expect(errorOf(inLeftOutWords).message).toMatch(/1 fault.*leftOut.*"belarus poland soldiers"/s);
	});
});

/** Code units between a change and what a fault is about: left out words, or the edges of a passage. */
function distanceTo({ thing, found }: Fault, changedOffset: number): number {
	const passage = story.passages.find(({ id }) => thing === `passage "${id}"`);
	const offsets = passage
		? [passage.start, passage.end]
		: [...files.text.matchAll(new RegExp(String(found), 'g'))].flatMap(({ index }) =>
				[...Array(String(found).length).keys()].map((offset) => index + offset)
			);
	return Math.min(...offsets.map((offset) => Math.abs(offset - changedOffset)));
}
