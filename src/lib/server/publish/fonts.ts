/** The fonts of the share pictures, as they are installed: which of their files a text needs, and those files cut down to it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import cutDown from 'subset-font';

export type Family = 'noto-sans' | 'source-serif-4';

export interface Range {
	/** The name of a file's part of Unicode: `latin-ext`. */
	range: string;
	/** As CSS has it: `U+0100-02BA`. */
	unicodeRange: string[];
}

const folderOf = (family: Family): string =>
	dirname(
		createRequire(import.meta.url).resolve(`@fontsource/${family}/files/${family}-latin-400-normal.woff2`)
	);

const known = new Map<Family, Range[]>();

/** All of them. Ranges overlap a little: as in CSS, the last that holds a character is the one for it. */
export function allRanges(family: Family): Range[] {
	let ranges = known.get(family);
	if (!ranges) {
		const text = readFileSync(join(folderOf(family), '..', 'unicode.json'), 'utf8');
		ranges = Object.entries(JSON.parse(text) as Record<string, string>).map(([range, list]) => ({
			range,
			unicodeRange: list.split(',')
		}));
		known.set(family, ranges);
	}
	return ranges;
}

/** The ranges that hold any of the characters. */
export function rangesFor(family: Family, characters: string): Range[] {
	const points = [...new Set(characters)].map((character) => character.codePointAt(0) ?? 0);
	return allRanges(family).filter(({ unicodeRange }) =>
		unicodeRange.some((span) => {
			const [first = 0, last = first] = span
				.slice('U+'.length)
				.split('-')
				.map((digits) => parseInt(digits, 16));
			return points.some((point) => point >= first && point <= last);
		})
	);
}

/** One file of a family with those of the characters that it has. */
export function subsetFont(family: Family, range: string, characters: string): Promise<Buffer> {
	const file = join(folderOf(family), `${family}-${range}-400-normal.woff2`);
	return cutDown(readFileSync(file), characters, { targetFormat: 'sfnt' });
}
