/** Contrasts of the palette, as WCAG 2.2 asks for. */
import { describe, expect, test } from 'vitest';
import { palette, paletteCss, type Colour, type Theme } from '$lib/style/palette';

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5]
		.map((offset) => parseInt(colour.slice(offset, offset + 2), 16) / 255)
		.map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
	const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (light + 0.05) / (dark + 0.05);
}

const themes: Theme[] = ['light', 'dark'];
const grounds: Colour[] = ['land', 'side1', 'side2'];
const hues: Colour[] = ['red', 'blue', 'ochre', 'slate', 'green', 'ink'];
const pairs = (foregrounds: Colour[], backgrounds: Colour[]): [Colour, Colour][] =>
	foregrounds.flatMap((foreground) =>
		backgrounds.map((background): [Colour, Colour] => [foreground, background])
	);

test('the contrast computed here has the known values of WCAG, and is the same in both directions', () => {
	expect(contrast('#000000', '#ffffff')).toBe(21);
	expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
	expect(contrast('#ffffff', '#767676')).toBe(contrast('#767676', '#ffffff'));
});

describe.each(themes)('in the %s theme', (theme) => {
	const contrastOf = ([foreground, background]: [Colour, Colour]): number =>
		contrast(palette[theme][foreground], palette[theme][background]);

	test.each([
		...pairs(['text', 'quiet'], [...grounds, 'sea', 'paper', 'raised']),
		...pairs(['link', 'comment'], ['paper', 'raised']),
		...pairs(['water'], ['sea', 'side1', 'side2', 'land'])
	])('text in %s on %s can be read', (...pair) => {
		expect(contrastOf(pair)).toBeGreaterThanOrEqual(4.5);
	});

	test.each(pairs(hues, grounds))('a name in %s on %s can be read', (...pair) => {
		expect(contrastOf(pair)).toBeGreaterThanOrEqual(4.5);
	});

	test.each(pairs(hues, [...grounds, 'sea', 'paper', 'raised']))(
		'a symbol in %s on %s can be seen',
		(...pair) => {
			expect(contrastOf(pair)).toBeGreaterThanOrEqual(3);
		}
	);

	test('of the two sides the first is the lighter, and other land lies between them', () => {
		const lightness = (['side1', 'land', 'side2'] as const).map((name) => luminance(palette[theme][name]));
		expect(lightness).toEqual(lightness.toSorted((a, b) => b - a));
	});

	test.each(pairs(['text', 'quiet'], ['marked']))('text in %s on %s can be read', (...pair) => {
		expect(contrastOf(pair)).toBeGreaterThanOrEqual(4.5);
	});
});

test('both themes have the same colour names, and the CSS has every colour', () => {
	expect(Object.keys(palette.dark).toSorted()).toEqual(Object.keys(palette.light).toSorted());
	const css = paletteCss();
	for (const theme of themes)
		for (const [name, colour] of Object.entries(palette[theme]))
			expect(css).toContain(`--${name}:${colour};`);
});
