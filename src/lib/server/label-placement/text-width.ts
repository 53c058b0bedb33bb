/** Estimates the width of text. It cannot be measured, because the build does not have the reader's fonts. */

/** Slightly wider than in common fonts, so that text is rarely wider than estimated. */
const WIDTHS: [letters: RegExp, ems: number][] = [
	[/\p{M}/u, 0],
	[/[ijlI.,:;'’‘|! ]/u, 0.31],
	[/[frt()[\]/"“”°*-]/u, 0.44],
	[/[mwMWшщжюыфмЖШЩЮМФ@%—…æœÆŒ]/u, 0.96],
	[/[\u1100-\u11ff\u2e80-\uffef]|[^\0-\uffff]/u, 1.05],
	[/\p{Lu}/u, 0.76]
];
const OTHER_WIDTH = 0.6;

/** Width in ems, in a sans-serif font of regular weight. */
export const textWidth = (text: string): number =>
	[...text].reduce(
		(sum, letter) => sum + (WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER_WIDTH),
		0
	);
