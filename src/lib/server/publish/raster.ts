/** SVG with text in the page's fonts -> PNG. The machine's own fonts have no say: a picture is the same everywhere. */
import { Resvg, type RenderedImage } from '@resvg/resvg-js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allRanges, rangesFor, subsetFont, type Family } from './fonts';

/** Their names within the font files. */
const names: Record<Family, string> = { 'noto-sans': 'Noto Sans', 'source-serif-4': 'Source Serif 4' };

/**
 * The name of one file of a family, as long as the family's own. Every file of a family bears the same name, and resvg
 * looks for a missing letter in whichever file it was given first, of any family.
 */
export const faceOf = (family: Family, range: string): string =>
	names[family].slice(0, -1) + allRanges(family).findIndex((other) => other.range === range);

export async function rasterize(svg: string): Promise<RenderedImage> {
	const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
	try {
		const fontFiles: string[] = [];
		for (const family of Object.keys(names) as Family[]) {
			for (const { range } of rangesFor(family, svg)) {
				const face = faceOf(family, range);
				if (!svg.includes(`'${face}'`)) continue;
				const font = await subsetFont(family, range, [...new Set(svg)].join(''));
				const file = join(folder, `${face}.ttf`);
				writeFileSync(file, renamed(font, names[family], face));
				fontFiles.push(file);
			}
		}
		// This version of resvg takes fonts from files only, and reads them at once.
		return new Resvg(svg, { font: { loadSystemFonts: false, fontFiles } }).render();
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function renamed(font: Buffer, from: string, to: string): Buffer {
	const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
	const [before, after] = [bigEndian(from), bigEndian(to)];
	for (let at = font.indexOf(before); at >= 0; at = font.indexOf(before, at + 1)) after.copy(font, at);
	return font;
}

export const toPng = async (svg: string): Promise<Uint8Array<ArrayBuffer>> =>
	new Uint8Array((await rasterize(svg)).asPng());
