/**
 * Vite plugin that provides `virtual:fallback-fonts.css`: fonts of the reader's system, made as wide and as high as the
 * fonts of the pages, so that nothing moves when these arrive, and nothing is cut off if they never do. All numbers are
 * measured in font files. A system font that cannot be installed here is measured in its twin, a free font with the
 * same widths.
 */
import { fromBuffer, type Font } from '@capsizecss/unpack';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import createSubset from 'subset-font';
import type { Plugin } from 'vite';

const MODULE = 'virtual:fallback-fonts.css';

type Weight = 'regular' | 'bold';

interface Target {
	/** Font file with all weights. */
	file: string;
	weights: Record<Weight, number>;
	fallbacks: Fallback[];
}

interface Fallback {
	/** Name of the family in style sheets. */
	name: string;
	/** Names of the system fonts that have these widths: full names and PostScript names, which browsers look for. */
	local: Record<Weight, string[]>;
	files: Record<Weight, string>;
}

/** The file of a package of Fontsource. */
const latin = (name: string): Record<Weight, string> => ({
	regular: `@fontsource/${name}/files/${name}-latin-400-normal.woff2`,
	bold: `@fontsource/${name}/files/${name}-latin-700-normal.woff2`
});

const dejavu = (name: string): Record<Weight, string> => ({
	regular: `dejavu-fonts-ttf/ttf/${name}.ttf`,
	bold: `dejavu-fonts-ttf/ttf/${name}-Bold.ttf`
});

const TARGETS: Target[] = [
	{
		file: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
		weights: { regular: 400, bold: 600 },
		fallbacks: [
			{
				name: 'BP Serif Georgia',
				local: { regular: ['Georgia'], bold: ['Georgia Bold', 'Georgia-Bold'] },
				files: latin('gelasio')
			},
			{
				name: 'BP Serif Noto',
				local: { regular: ['Noto Serif', 'NotoSerif'], bold: ['Noto Serif Bold', 'NotoSerif-Bold'] },
				files: latin('noto-serif')
			},
			{
				name: 'BP Serif Times',
				local: {
					regular: ['Times New Roman', 'TimesNewRomanPSMT', 'Liberation Serif'],
					bold: ['Times New Roman Bold', 'TimesNewRomanPS-BoldMT', 'Liberation Serif Bold']
				},
				files: latin('tinos')
			},
			{
				name: 'BP Serif DejaVu',
				local: { regular: ['DejaVu Serif'], bold: ['DejaVu Serif Bold'] },
				files: dejavu('DejaVuSerif')
			}
		]
	},
	{
		file: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
		weights: { regular: 400, bold: 700 },
		fallbacks: [
			{
				name: 'BP Sans Arial',
				local: {
					regular: ['Arial', 'ArialMT', 'Helvetica', 'Liberation Sans'],
					bold: ['Arial Bold', 'Arial-BoldMT', 'Helvetica Bold', 'Helvetica-Bold', 'Liberation Sans Bold']
				},
				files: latin('arimo')
			},
			{
				name: 'BP Sans Roboto',
				local: { regular: ['Roboto', 'Roboto-Regular'], bold: ['Roboto Bold', 'Roboto-Bold'] },
				files: latin('roboto')
			},
			{
				name: 'BP Sans DejaVu',
				local: { regular: ['DejaVu Sans'], bold: ['DejaVu Sans Bold'] },
				files: dejavu('DejaVuSans')
			}
		]
	}
];

export function fallbackFonts(): Plugin {
	return {
		name: 'fallback-fonts',
		resolveId: (source) => (source === MODULE ? `\0${MODULE}` : undefined),
		load: (source) => (source === `\0${MODULE}` ? fallbackCss() : undefined)
	};
}

/** The `@font-face` rules, two for each fallback font. */
export async function fallbackCss(): Promise<string> {
	const rules: string[] = [];
	for (const { file, weights, fallbacks } of TARGETS)
		for (const weight of ['regular', 'bold'] as const) {
			const target = await fromBuffer(await instance(file, weights[weight]));
			for (const { name, local, files } of fallbacks)
				rules.push(
					rule(name, local[weight], weights[weight], overrides(target, await fromBuffer(read(files[weight]))))
				);
		}
	return rules.join('\n');
}

/** The letters by which the average width is measured. */
const LATIN = String.fromCharCode(...Array.from({ length: 0x100 }, (_, code) => code));

/** A variable font at one weight. */
const instance = (file: string, wght: number): Promise<Buffer> =>
	createSubset(read(file), LATIN, { targetFormat: 'sfnt', variationAxes: { wght } });

const read = (file: string): Buffer => readFileSync(createRequire(import.meta.url).resolve(file));

/** Browsers scale ascent and descent by `size-adjust` as well, so they are divided by it. */
function overrides(target: Font, fallback: Font): Record<string, number> {
	const adjust = target.xWidthAvg / target.unitsPerEm / (fallback.xWidthAvg / fallback.unitsPerEm);
	const scale = 1 / target.unitsPerEm / adjust;
	return {
		'size-adjust': adjust,
		'ascent-override': target.ascent * scale,
		'descent-override': -target.descent * scale,
		'line-gap-override': target.lineGap * scale
	};
}

function rule(name: string, local: string[], weight: number, descriptors: Record<string, number>): string {
	const sources = local.map((font) => `local("${font}")`).join(',');
	const numbers = Object.entries(descriptors).map(([key, value]) => `${key}:${(value * 100).toFixed(2)}%`);
	return `@font-face{font-family:"${name}";font-weight:${weight};src:${sources};${numbers.join(';')}}`;
}
