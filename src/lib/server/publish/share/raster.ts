/**
 * Renders SVG to PNG, with the installed font packages and no system fonts, so that a picture is the same on every
 * machine.
 */
import { Resvg, type RenderedImage } from '@resvg/resvg-js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allRanges, rangesFor, subsetFont, weightsOf, type Family, type Weight } from '../fonts';

/** Family names inside the font files, cut around the letter that the name of a face replaces. */
const names: Record<Family, [before: string, letter: string, after: string]> = {
	'noto-sans': ['Noto San', 's', ''],
	'source-sans-3': ['Source Sans ', '3', ' ExtraLight'],
	'source-serif-4': ['Source Serif ', '4', '']
};

/**
 * The name by which the SVG refers to the font file of one range in one weight. All files of a family have the same family name, and
 * resvg takes a glyph that a file lacks from the first file that it was given, of any family. So each file gets a name
 * of its own. It overwrites the family name in the file, so it has the same length; this holds for up to ten ranges.
 */
export function faceOf(family: Family, range: string, weight: Weight = 'regular'): string {
	const index = allRanges(family).findIndex((other) => other.range === range);
	const [before, , after] = names[family];
	return before + (weight === 'bold' ? 'ABCDEFGHIJ' : '0123456789').charAt(index) + after;
}

/** Renders an SVG whose text refers to fonts by `faceOf`. */
export async function rasterize(svg: string): Promise<RenderedImage> {
	const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
	try {
		const fontFiles: string[] = [];
		for (const family of Object.keys(names) as Family[]) {
			for (const { range } of rangesFor(family, svg))
				for (const weight of weightsOf(family)) {
					const face = faceOf(family, range, weight);
					if (!svg.includes(`'${face}'`)) continue;
					const font = await subsetFont(family, range, [...new Set(svg)].join(''), weight);
					const file = join(folder, `${face}.ttf`);
					writeFileSync(file, renamed(font, names[family].join(''), face));
					fontFiles.push(file);
				}
		}
		// This version of resvg reads fonts from files only, and has read them when the constructor returns.
		return new Resvg(svg, { font: { loadSystemFonts: false, fontFiles } }).render();
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Replaces the name in the font's name table, which is UTF-16BE. */
function renamed(font: Buffer, from: string, to: string): Buffer {
	const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
	const [before, after] = [bigEndian(from), bigEndian(to)];
	for (let at = font.indexOf(before); at >= 0; at = font.indexOf(before, at + 1)) after.copy(font, at);
	return font;
}

export const toPng = async (svg: string): Promise<Uint8Array<ArrayBuffer>> =>
	new Uint8Array((await rasterize(svg)).asPng());
