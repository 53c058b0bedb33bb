import { describe, expect, test } from 'vitest';
import { palette, paletteCss, type Colour, type Theme } from '$lib/style/palette';

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5]
		.map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
		.map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
	const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (light + 0.05) / (dark + 0.05);
}

const themes: Theme[] = ['light', 'dark'];
const texts: Colour[] = ['text', 'quiet', 'link', 'town'];
const hues: Colour[] = ['red', 'blue', 'ochre', 'slate', 'green', 'ink'];
const pairs = (over: Colour[], under: Colour[]): [Colour, Colour][] =>
	over.flatMap((colour) => under.map((ground): [Colour, Colour] => [colour, ground]));

test('contrast is that of the WCAG: black on white, and the same both ways', () => {
	expect(contrast('#000000', '#ffffff')).toBe(21);
	expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
	expect(contrast('#ffffff', '#767676')).toBe(contrast('#767676', '#ffffff'));
});

describe.each(themes)('in the %s', (theme) => {
	const between = ([over, under]: [Colour, Colour]): number =>
		contrast(palette[theme][over], palette[theme][under]);

	test.each(pairs(texts, ['land', 'paper', 'raised']))('%s on %s can be read', (...pair) => {
		expect(between(pair)).toBeGreaterThanOrEqual(4.5);
	});

	test.each(pairs(hues, ['land']))('a name in %s on %s can be read, and its symbol seen', (...pair) => {
		expect(between(pair)).toBeGreaterThanOrEqual(4.5);
	});

	test.each(pairs(hues, ['sea', 'paper']))('a symbol in %s on %s can be seen', (...pair) => {
		expect(between(pair)).toBeGreaterThanOrEqual(3);
	});

	test.each(pairs(['text', 'quiet'], ['marked']))('%s on %s can be read', (...pair) => {
		expect(between(pair)).toBeGreaterThanOrEqual(4.5);
	});
});

test('light and dark name the same colours, and the page has each', () => {
	expect(Object.keys(palette.dark).toSorted()).toEqual(Object.keys(palette.light).toSorted());
	const css = paletteCss();
	for (const theme of themes)
		for (const [name, colour] of Object.entries(palette[theme]))
			expect(css).toContain(`--${name}:${colour};`);
});
