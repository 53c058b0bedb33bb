/** Fits text into lines of a given width, and writes it as SVG text. Widths are estimated, in pixels. */
import { escaped } from '$lib/words/markup';
import { textWidth } from '../../label-placement/text-width';
import { rangesFor, weightsOf, type Family, type Weight } from '../fonts';
import { faceOf } from './raster';

/** Width of a font relative to the sans-serif font that `textWidth` assumes. */
const RELATIVE_WIDTH: Record<Family, number> = {
	'noto-sans': 1,
	'source-sans-3': 0.9,
	'source-serif-4': 0.93
};

/** How much wider bold letters are. */
const BOLD_WIDTH = 1.06;

/** A text of which some words may be bold. */
export type Text = { text: string; bold?: boolean }[];

export const plain = (text: string): Text => [{ text }];
export const bold = (text: string): Text => [{ text, bold: true }];

/** A line, cut where its weight changes. */
type Line = { text: string; weight: Weight }[];

export interface Wrapped {
	family: Family;
	lines: Line[];
	/** Font size in pixels. */
	size: number;
	/** Distance between two baselines in pixels. */
	leading: number;
}

/** Whitespace except no-break spaces (U+00A0, U+202F). */
const SPACE = /[^\S\u00a0\u202f]+/;

/** The words of a text. A word may be bold in part. */
function wordsOf(text: Text): Line[] {
	const words: Line[] = [[]];
	for (const { text: piece, bold } of text)
		for (const [index, part] of piece.split(SPACE).entries()) {
			if (index > 0) words.push([]);
			if (part) words.at(-1)?.push({ text: part, weight: bold ? 'bold' : 'regular' });
		}
	return words.filter((word) => word.length > 0);
}

const widthOf = (family: Family, line: Line): number =>
	RELATIVE_WIDTH[family] *
	line.reduce((sum, { text, weight }) => sum + textWidth(text) * (weight === 'bold' ? BOLD_WIDTH : 1), 0);

/** Both with a space between them, in one run where the weight is the same. */
function join(line: Line, word: Line): Line {
	const [last, next] = [line.at(-1), word[0]];
	if (!last || !next) return [...line, ...word];
	return last.weight === next.weight
		? [...line.slice(0, -1), { ...last, text: `${last.text} ${next.text}` }, ...word.slice(1)]
		: [...line.slice(0, -1), { ...last, text: `${last.text} ` }, ...word];
}

/**
 * Wraps the text at the first of the sizes at which it fits; undefined if it fits at none.
 * @param most the largest number of lines, which may depend on the leading
 */
export function fit(
	family: Family,
	text: Text,
	sizes: number[],
	width: number,
	most: number | ((leading: number) => number)
): Wrapped | undefined {
	const words = wordsOf(text);
	for (const size of sizes) {
		const leading = Math.round(size * 1.3);
		const lines: Line[] = [];
		for (const word of words) {
			const longer = join(lines.at(-1) ?? [], word);
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

/** Wraps the text so that its last line is not much shorter than the others: as narrow as it can be in as many lines. */
export function fitBalanced(
	family: Family,
	text: Text,
	sizes: number[],
	width: number,
	most: number | ((leading: number) => number)
): Wrapped | undefined {
	let narrowest = fit(family, text, sizes, width, most);
	for (let narrower = width * 0.97; narrowest; narrower *= 0.97) {
		const next = fit(family, text, [narrowest.size], narrower, narrowest.lines.length);
		if (!next) break;
		narrowest = next;
	}
	return narrowest;
}

/**
 * Wraps the text, or if it does not fit, its longest beginning that does, with an ellipsis. Not for quotes: they are
 * never cut.
 */
export function fitOrCut(
	text: string,
	sizes: number[],
	width: number,
	most: number,
	styled: (text: string) => Text = plain
): Wrapped {
	const uncut = fitBalanced('source-sans-3', styled(text), sizes, width, most);
	if (uncut) return uncut;
	const characters = [...text];
	for (let length = characters.length - 1; length > 0; length--) {
		const beginning = styled(`${characters.slice(0, length).join('').trim()}…`);
		const cut = fit('source-sans-3', beginning, sizes.slice(-1), width, most);
		if (cut) return cut;
	}
	return { family: 'source-sans-3', lines: [], size: 0, leading: 0 };
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
export function spans(family: Family, text: string, weight: Weight = 'regular'): string {
	const runs: { face: string; text: string }[] = [];
	for (const character of text) {
		const face =
			faceFor(family, character, weight) ??
			faceFor('noto-sans', character, 'regular') ??
			faceOf(family, 'latin');
		const run = runs.at(-1);
		if (run?.face === face) run.text += character;
		else runs.push({ face, text: character });
	}
	return runs.map((run) => `<tspan font-family="'${run.face}'">${escapeXml(run.text)}</tspan>`).join('');
}

function faceFor(family: Family, character: string, weight: Weight): string | undefined {
	const range = rangesFor(family, character).at(-1)?.range;
	return range && weightsOf(family).includes(weight) ? faceOf(family, range, weight) : undefined;
}

/** The lines as `<text>` elements. `y` is the top of the first. */
export function drawLines(
	{ family, lines, size, leading }: Wrapped,
	{ x, y }: { x: number; y: number },
	inkOf: (weight: Weight) => string
): string {
	return lines
		.map((line, index) => {
			// 0.35 em below its middle is the baseline of a text.
			const baseline = Math.round(y + leading * (index + 0.5) + size * 0.35);
			const runs = line.map(
				({ text, weight }) => `<tspan fill="${inkOf(weight)}">${spans(family, text, weight)}</tspan>`
			);
			return `<text x="${x}" y="${baseline}" font-size="${size}">${runs.join('')}</text>`;
		})
		.join('\n');
}

export const heightOf = ({ lines, leading }: Wrapped): number => lines.length * leading;
