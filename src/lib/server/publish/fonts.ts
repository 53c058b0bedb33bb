/** The font files of the packages: which of them a text needs, and subsets of them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import createSubset from 'subset-font';

export type Family = 'noto-sans' | 'source-sans-3' | 'source-serif-4';

/** Fontsource splits each family into files, each for a part of Unicode. */
export interface Range {
	/** Name of the range, as in the name of its file: `latin-ext`. */
	range: string;
	/** As in the CSS descriptor `unicode-range`: `U+0100-02BA`. */
	unicodeRange: string[];
}

interface Package {
	name: string;
	/** What follows the range in the name of a file. `wght` files have all weights. */
	suffix: string;
}

const PACKAGES: Record<Family, Package> = {
	'noto-sans': { name: '@fontsource/noto-sans', suffix: '400-normal' },
	'source-sans-3': { name: '@fontsource-variable/source-sans-3', suffix: 'wght-normal' },
	'source-serif-4': { name: '@fontsource-variable/source-serif-4', suffix: 'wght-normal' }
};

/**
 * Id, in the name table of a font, of the address of its licence. A copy must name the licence; the copyright is always
 * kept.
 */
const LICENCE_ADDRESS = 14;

const { resolve } = createRequire(import.meta.url);

const folderOf = (family: Family): string => dirname(resolve(`${PACKAGES[family].name}/unicode.json`));

const cache = new Map<Family, Range[]>();

/** All ranges of a family. Where several contain a character, the last one counts, as in CSS. */
export function allRanges(family: Family): Range[] {
	let ranges = cache.get(family);
	if (!ranges) {
		const text = readFileSync(join(folderOf(family), 'unicode.json'), 'utf8');
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

const WEIGHTS = { regular: 400, bold: 600 };

export type Weight = keyof typeof WEIGHTS;

/** Whether the package has files with all weights. */
const hasWeights = (family: Family): boolean => PACKAGES[family].suffix.startsWith('wght');

export const weightsOf = (family: Family): Weight[] =>
	hasWeights(family) ? ['regular', 'bold'] : ['regular'];

/** The font file of a range, as TrueType or OpenType, with only those of its glyphs that the characters need. */
export const subsetFont = (
	family: Family,
	range: string,
	characters: string,
	weight: Weight = 'regular'
): Promise<Buffer> =>
	createSubset(fileOf(family, range), characters, {
		targetFormat: 'sfnt',
		...(hasWeights(family) && { variationAxes: { wght: WEIGHTS[weight] } })
	});

/**
 * The same for a page: as WOFF2, with every weight between two, and without the glyphs of small capitals and the like,
 * which no style sheet asks for.
 */
export const subsetForPage = (
	family: Family,
	range: string,
	characters: string,
	[min, max]: [min: number, max: number]
): Promise<Buffer> =>
	createSubset(fileOf(family, range), characters, {
		targetFormat: 'woff2',
		noLayoutClosure: true,
		preserveNameIds: [LICENCE_ADDRESS],
		variationAxes: { wght: { min, max } }
	});

const fileOf = (family: Family, range: string): Buffer =>
	readFileSync(join(folderOf(family), 'files', `${family}-${range}-${PACKAGES[family].suffix}.woff2`));
