/**
 * The fonts of the pages: a serif for the words of the article, a sans-serif for everything else. Each file has only the
 * glyphs that the story and our own words need. Names of files change with their content.
 */
import { createHash } from 'node:crypto';
import { FONT } from '$lib/style/constants';
import type { Compiled } from '../compile';
import { rangesFor, subsetForPage, type Family } from './fonts';

export interface WebFonts {
	/** File name of the style sheet with the `@font-face` rules, which is one of the files. */
	stylesheet: string;
	files: Map<string, string | Uint8Array<ArrayBuffer>>;
}

interface Face {
	/** As the style sheets of the site name it. */
	name: string;
	family: Family;
	weights: [min: number, max: number];
}

const SERIF: Face = { name: 'BP Serif', family: 'source-serif-4', weights: [400, 600] };
const SANS: Face = { name: FONT, family: 'source-sans-3', weights: [400, 700] };

/** The source text of the words contains every character of every sentence. */
const wordsSource = Object.values(
	import.meta.glob<string>('../../words/**/*.ts', { query: '?raw', import: 'default', eager: true })
);

/** What a reader may type. */
const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');

let cached: { key: string; fonts: Promise<WebFonts> } | undefined;

/** Makes the fonts anew only when the characters have changed, as they may in development. */
export function webFonts({ story, drawing }: Compiled): Promise<WebFonts> {
	const serif = distinct(...story.passages.map(({ quote }) => quote));
	const ours = distinct(ASCII, ...wordsSource, JSON.stringify([story, drawing]));
	// Style sheets set some words in capitals.
	const sans = distinct(ours, ours.toUpperCase());
	const key = `${serif}\n${sans}`;
	if (cached?.key !== key) cached = { key, fonts: makeFonts(serif, sans) };
	return cached.fonts;
}

async function makeFonts(serif: string, sans: string): Promise<WebFonts> {
	const files: WebFonts['files'] = new Map();
	const rules: string[] = [];
	for (const [face, characters] of [
		[SERIF, serif],
		[SANS, sans]
	] as const)
		for (const { range, unicodeRange } of rangesFor(face.family, characters)) {
			const data = new Uint8Array(await subsetForPage(face.family, range, characters, face.weights));
			const file = `${face.family}-${range}.${hashOf(data)}.woff2`;
			files.set(file, data);
			rules.push(rule(face, file, unicodeRange));
		}
	const css = rules.join('\n');
	const stylesheet = `fonts.${hashOf(css)}.css`;
	return { stylesheet, files: files.set(stylesheet, css) };
}

const rule = ({ name, weights }: Face, file: string, unicodeRange: string[]): string =>
	`@font-face{font-family:"${name}";font-weight:${weights.join(' ')};font-display:swap;` +
	`src:url(${file})format("woff2");unicode-range:${unicodeRange.join()}}`;

/** The characters of all texts, each once, in order. */
const distinct = (...texts: string[]): string =>
	[...new Set(texts.flatMap((text) => [...new Set(text)]))].sort().join('');

const hashOf = (data: string | Uint8Array): string =>
	createHash('sha256').update(data).digest('base64url').slice(0, 8);
