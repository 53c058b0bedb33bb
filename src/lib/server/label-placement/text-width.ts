/** How wide a text is, without a font: the build has none of the reader's. */

/** In ems, a little above what common fonts have, so that no text is wider than it was taken for. */
const WIDTHS: [letters: RegExp, ems: number][] = [
	[/\p{M}/u, 0],
	[/[ijlI.,:;'’‘|! ]/u, 0.31],
	[/[frt()[\]/"“”°*-]/u, 0.44],
	[/[mwMWшщжюыфмЖШЩЮМФ@%—…æœÆŒ]/u, 0.96],
	[/[\u1100-\u11ff\u2e80-\uffef]|[^\0-\uffff]/u, 1.05],
	[/\p{Lu}/u, 0.76]
];
const OTHER = 0.6;

/** Ems of a text in a sans-serif font of regular weight. */
export const textWidth = (text: string): number =>
	[...text].reduce(
		(sum, letter) => sum + (WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER),
		0
	);
