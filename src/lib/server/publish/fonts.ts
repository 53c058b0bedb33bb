/** The fonts of the share pictures: which font files a text needs, and subsets of these files. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import createSubset from 'subset-font';

export type Family = 'noto-sans' | 'source-serif-4';

/** Fontsource splits each family into files, each for a part of Unicode. */
export interface Range {
	/** Name of the range, as in the name of its file: `latin-ext`. */
	range: string;
	/** As in the CSS descriptor `unicode-range`: `U+0100-02BA`. */
	unicodeRange: string[];
}

const folderOf = (family: Family): string =>
	dirname(
		createRequire(import.meta.url).resolve(`@fontsource/${family}/files/${family}-latin-400-normal.woff2`)
	);

const cache = new Map<Family, Range[]>();

/** All ranges of a family. Where several contain a character, the last one counts, as in CSS. */
export function allRanges(family: Family): Range[] {
	let ranges = cache.get(family);
	if (!ranges) {
		const text = readFileSync(join(folderOf(family), '..', 'unicode.json'), 'utf8');
		ranges = Object.entries(JSON.parse(text) as Record<string, string>).map(([range, list]) => ({
			range,
			unicodeRange: list.split(',')
		}));
		cache.set(family, ranges);
	}
	return ranges;
}

export function rangesFor(family: Family, characters: string): Range[] {
	const codePoints = [...new Set(characters)].map((character) => character.codePointAt(0) ?? 0);
	return allRanges(family).filter(({ unicodeRange }) =>
		unicodeRange.some((span) => {
			const [first = 0, last = first] = span
				.slice('U+'.length)
				.split('-')
				.map((digits) => parseInt(digits, 16));
			return codePoints.some((codePoint) => codePoint >= first && codePoint <= last);
		})
	);
}

/** The font file of a range, as TrueType or OpenType, with only those of its glyphs that the characters need. */
export function subsetFont(family: Family, range: string, characters: string): Promise<Buffer> {
	const file = join(folderOf(family), `${family}-${range}-400-normal.woff2`);
	return createSubset(readFileSync(file), characters, { targetFormat: 'sfnt' });
}
