/** The fonts of the pages: their files, and the fonts of the reader's system that take their place. */
import { readFileSync } from 'node:fs';
import createSubset from 'subset-font';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromBuffer } from '@capsizecss/unpack';
import type { Compiled } from '$lib/server/compile';
import { webFonts, type WebFonts } from '$lib/server/publish/web-fonts';
import { fallbackCss } from '../../../tools/vite/fallback-fonts';
import { theStory } from '../../support/story/story';

const cssOf = ({ files, stylesheet }: WebFonts): string => String(files.get(stylesheet));
const fontsOf = ({ files }: WebFonts): string[] =>
	[...files.keys()].filter((name) => name.endsWith('.woff2'));
const withQuotes = (quote: string): Compiled => {
	const { story, drawing } = theStory();
	return { drawing, story: { ...story, passages: story.passages.map((passage) => ({ ...passage, quote })) } };
};

describe('the files', () => {
	let fonts: WebFonts;
	beforeAll(async () => {
		fonts = await webFonts(theStory());
	});

	test('are WOFF2, and each is named in the style sheet', () => {
		expect(fontsOf(fonts).length).toBeGreaterThan(2);
		for (const name of fontsOf(fonts)) {
			const data = fonts.files.get(name) as Uint8Array;
			expect(Buffer.from(data.subarray(0, 4)).toString(), name).toBe('wOF2');
			expect(cssOf(fonts)).toContain(`url(${name})`);
		}
		expect(cssOf(fonts).match(/@font-face/g)).toHaveLength(fontsOf(fonts).length);
	});

	test('carry their copyright and the address of their licence', async () => {
		const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
		for (const name of fontsOf(fonts)) {
			const font = await createSubset(Buffer.from(fonts.files.get(name) as Uint8Array), 'a', {
				targetFormat: 'sfnt',
				preserveNameIds: [14]
			});
			for (const text of ['Adobe', 'Reserved Font Name', 'scripts.sil.org/OFL'])
				expect(font.includes(bigEndian(text)), `${text} in ${name}`).toBe(true);
		}
	});

	test('do not hide text while they load', () => {
		expect(cssOf(fonts).match(/font-display:swap/g)).toHaveLength(fontsOf(fonts).length);
	});

	test('of the serif have the scripts of the quotes only, those of the sans-serif also those of names', async () => {
		const serif = (all: WebFonts): string[] =>
			fontsOf(all).flatMap((name) => /^source-serif-4-([a-z-]+)\./.exec(name)?.[1] ?? []);
		expect(serif(fonts)).toEqual(['latin']);
		expect(serif(await webFonts(withQuotes('Он сказал.'))).sort()).toEqual(['cyrillic', 'latin']);
		expect(fontsOf(fonts).join()).toMatch(/source-sans-3-cyrillic/);
	});

	test('have other names when their content is another', async () => {
		const others = await webFonts(withQuotes('abc'));
		expect(others.stylesheet).not.toBe(fonts.stylesheet);
		expect(fontsOf(others).filter((name) => !fonts.files.has(name))).toHaveLength(1);
		const same = await webFonts(theStory());
		expect([...same.files.keys()]).toEqual([...fonts.files.keys()]);
	});
});

describe('the fallback fonts', () => {
	let rules: string[];
	beforeAll(async () => {
		rules = (await fallbackCss()).split('\n');
	});
	const number = (rule: string, descriptor: string): number =>
		Number(new RegExp(`${descriptor}:([\\d.]+)%`).exec(rule)?.[1]) / 100;
	const familyOf = (rule: string): string => /font-family:"([^"]+)"/.exec(rule)?.[1] ?? '';

	test('are those that the style sheet lists, each in two weights', () => {
		const listed = readFileSync('src/app.css', 'utf8').match(/'BP S\w+ \w+'/g) ?? [];
		const families = rules.map(familyOf);
		expect([...new Set(families)].sort()).toEqual(listed.map((name) => name.slice(1, -1)).sort());
		for (const family of new Set(families))
			expect(families.filter((name) => name === family)).toHaveLength(2);
	});

	test('are as high as the fonts whose place they take', () => {
		// Ascent and descent in the files of Source Serif 4 and Source Sans 3, in ems.
		const heights = { Serif: [1.036, 0.335], Sans: [1.024, 0.4] };
		for (const rule of rules) {
			const [ascent, descent] = heights[rule.includes('"BP Serif') ? 'Serif' : 'Sans'];
			const adjust = number(rule, 'size-adjust');
			expect(adjust * number(rule, 'ascent-override'), rule).toBeCloseTo(ascent!, 3);
			expect(adjust * number(rule, 'descent-override'), rule).toBeCloseTo(descent!, 3);
			expect(number(rule, 'line-gap-override'), rule).toBe(0);
		}
	});

	test('are as wide: narrower fonts are enlarged, wider ones reduced', async () => {
		const widthOf = async (file: string): Promise<number> => {
			const { xWidthAvg, unitsPerEm } = await fromBuffer(readFileSync(`node_modules/${file}`));
			return xWidthAvg / unitsPerEm;
		};
		const serif = await widthOf(
			'@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2'
		);
		const times = await widthOf('@fontsource/tinos/files/tinos-latin-400-normal.woff2');
		const rule = rules.find((rule) => familyOf(rule) === 'BP Serif Times') ?? '';
		expect(number(rule, 'size-adjust')).toBeCloseTo(serif / times, 3);
		expect(number(rule, 'size-adjust')).toBeGreaterThan(1.1);
	});
});
