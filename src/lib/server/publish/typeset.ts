/** Fits text into lines of a given width, and writes it as SVG text. Widths are estimated, in pixels. */
import { escaped } from '$lib/words/markup';
import { textWidth } from '../label-placement/text-width';
import { rangesFor, type Family } from './fonts';
import { faceOf } from './raster';

/** Width of a font relative to the sans-serif font that `textWidth` assumes. */
const RELATIVE_WIDTH: Record<Family, number> = {
	'noto-sans': 1,
	'source-sans-3': 0.9,
	'source-serif-4': 0.93
};

export interface Wrapped {
	family: Family;
	lines: string[];
	/** Font size in pixels. */
	size: number;
	/** Distance between two baselines in pixels. */
	leading: number;
}

const widthOf = (family: Family, text: string): number => textWidth(text) * RELATIVE_WIDTH[family];

/**
 * Wraps the text at the first of the sizes at which it fits; undefined if it fits at none.
 * @param most the largest number of lines, which may depend on the leading
 */
export function fit(
	family: Family,
	text: string,
	sizes: number[],
	width: number,
	most: number | ((leading: number) => number)
): Wrapped | undefined {
	// Whitespace except no-break spaces (U+00A0, U+202F).
	const words = text.split(/[^\S\u00a0\u202f]+/).filter(Boolean);
	for (const size of sizes) {
		const leading = Math.round(size * 1.32);
		const lines: string[] = [];
		for (const word of words) {
			const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
			if (lines.length > 0 && widthOf(family, longer) * size <= width) lines[lines.length - 1] = longer;
			else lines.push(word);
		}
		// A single word may be too wide.
		const isNarrow = lines.every((line) => widthOf(family, line) * size <= width);
		if (isNarrow && lines.length <= (typeof most === 'number' ? most : most(leading)))
			return { family, lines, size, leading };
	}
	return undefined;
}

/**
 * Narrows the lines as far as their number stays the same, so that the last one is not much shorter than the others.
 */
export function balanced(wrapped: Wrapped, width: number): Wrapped {
	let narrowest = wrapped;
	for (let narrower = width * 0.97; ; narrower *= 0.97) {
		const next = fit(wrapped.family, wrapped.lines.join(' '), [wrapped.size], narrower, wrapped.lines.length);
		if (!next) return narrowest;
		narrowest = next;
	}
}

/**
 * Wraps the text, or if it does not fit, its longest beginning that does, with an ellipsis. Not for quotes: they are
 * never cut.
 */
export function fitOrCut(text: string, sizes: number[], width: number, most: number): Wrapped {
	const characters = [...text];
	const uncut = fit('source-sans-3', text, sizes, width, most);
	for (let length = characters.length - 1; !uncut && length > 0; length--) {
		const cut = fit(
			'source-sans-3',
			`${characters.slice(0, length).join('').trim()}…`,
			sizes.slice(-1),
			width,
			most
		);
		if (cut) return cut;
	}
	return uncut ? balanced(uncut, width) : { family: 'source-sans-3', lines: [], size: 0, leading: 0 };
}

/** Whether the font has a file for every character of the text. */
export const hasAll = (family: Family, text: string): boolean =>
	[...new Set(text)].every((character) => rangesFor(family, character).length > 0);

/** XML 1.0 excludes most control characters and lone surrogates, even as character references. */
const escapeXml = (text: string): string => escaped(text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' '));

/**
 * The content of a `<text>` element: one `<tspan>` for each run of characters in the same font file. Scripts that the
 * family does not have are in Noto Sans.
 */
export function spans(family: Family, text: string): string {
	const runs: { face: string; text: string }[] = [];
	for (const character of text) {
		const face = faceFor(family, character) ?? faceFor('noto-sans', character) ?? faceOf(family, 'latin');
		const run = runs.at(-1);
		if (run?.face === face) run.text += character;
		else runs.push({ face, text: character });
	}
	return runs.map((run) => `<tspan font-family="'${run.face}'">${escapeXml(run.text)}</tspan>`).join('');
}

function faceFor(family: Family, character: string): string | undefined {
	const range = rangesFor(family, character).at(-1)?.range;
	return range && faceOf(family, range);
}
