/** Words of any length into SVG text of a given width. */
import { escaped } from '$lib/words/markup';
import { textWidth } from '../label-placement/text-width';
import { rangesFor, type Family } from './fonts';
import { faceOf } from './raster';

/** The serif font is narrower than the sans-serif that widths are reckoned for. */
const NARROWER: Record<Family, number> = { 'noto-sans': 1, 'source-serif-4': 0.93 };

export interface Wrapped {
	family: Family;
	lines: string[];
	size: number;
	leading: number;
}

const widthOf = (family: Family, text: string): number => textWidth(text) * NARROWER[family];

/** At the first of the sizes at which it fits into so many lines; undefined where it fits at none. */
export function fit(
	family: Family,
	text: string,
	sizes: number[],
	width: number,
	most: number | ((leading: number) => number)
): Wrapped | undefined {
	// A no-break space breaks no line.
	const words = text.split(/[^\S\u00a0\u202f]+/).filter(Boolean);
	for (const size of sizes) {
		const leading = Math.round(size * 1.32);
		const lines: string[] = [];
		for (const word of words) {
			const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
			if (lines.length > 0 && widthOf(family, longer) * size <= width) lines[lines.length - 1] = longer;
			else lines.push(word);
		}
		const short = lines.every((line) => widthOf(family, line) * size <= width);
		if (short && lines.length <= (typeof most === 'number' ? most : most(leading)))
			return { family, lines, size, leading };
	}
	return undefined;
}

/** The same lines, of more equal length: no last word alone. */
export function balanced(wrapped: Wrapped, width: number): Wrapped {
	let even = wrapped;
	for (let narrower = width * 0.97; ; narrower *= 0.97) {
		const next = fit(wrapped.family, wrapped.lines.join(' '), [wrapped.size], narrower, wrapped.lines.length);
		if (!next) return even;
		even = next;
	}
}

/** For words that are no quote: the longest beginning that fits, with a sign that there is more. */
export function fitOrCut(text: string, sizes: number[], width: number, most: number): Wrapped {
	const letters = [...text];
	const whole = fit('noto-sans', text, sizes, width, most);
	for (let length = letters.length - 1; !whole && length > 0; length--) {
		const cut = fit(
			'noto-sans',
			`${letters.slice(0, length).join('').trim()}…`,
			sizes.slice(-1),
			width,
			most
		);
		if (cut) return cut;
	}
	return whole ? balanced(whole, width) : { family: 'noto-sans', lines: [], size: 0, leading: 0 };
}

export const hasAll = (family: Family, text: string): boolean =>
	[...new Set(text)].every((character) => rangesFor(family, character).length > 0);

/** XML has no place for control characters and halves of characters, not even escaped. */
const escapeXml = (text: string): string => escaped(text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' '));

/** What stands inside a `<text>`: each stretch of letters with the file that has them. */
export function spans(family: Family, text: string): string {
	const runs: { face: string; text: string }[] = [];
	for (const character of text) {
		const face = faceOf(family, rangesFor(family, character).at(-1)?.range ?? 'latin');
		const run = runs.at(-1);
		if (run?.face === face) run.text += character;
		else runs.push({ face, text: character });
	}
	return runs.map((run) => `<tspan font-family="'${run.face}'">${escapeXml(run.text)}</tspan>`).join('');
}
