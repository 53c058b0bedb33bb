/** The colours of the map are told apart by readers who do not see red or green, or no colours. */
import {
	differenceCiede2000,
	filterDeficiencyDeuter,
	filterDeficiencyProt,
	filterGrayscale,
	parse,
	type Color
} from 'culori';
import { describe, expect, test } from 'vitest';
import { palette, type Theme } from '$lib/style/palette';
import type { Hue, Layer } from '$lib/model/story';
import { theStory } from '../../support/story/story';

const difference = differenceCiede2000();
/** In CIEDE2000. A difference of about 2 is just visible side by side; 10 is clear at a glance. */
const CLEAR_DIFFERENCE = 10;

const visions: Record<string, (colour: Color) => Color> = {
	'with no red receptors': filterDeficiencyProt(1),
	'with no green receptors': filterDeficiencyDeuter(1),
	'in grey': filterGrayscale(1)
};

const colourOf = (hue: Hue, theme: Theme): Color => parse(palette[theme][hue]) as Color;

/** Only colour tells such layers apart. */
const haveSameShape = (a: Layer, b: Layer): boolean => a.shape === b.shape;

const { layers } = theStory().story;
const pairs = layers.flatMap((a, index) => layers.slice(index + 1).map((b): [Layer, Layer] => [a, b]));

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
	describe.each(Object.keys(visions))('seen %s', (vision) => {
		const seen = (hue: Hue): Color => visions[vision]?.(colourOf(hue, theme)) as Color;

		test.each(pairs.map(([a, b]) => [a.label, b.label, a, b] as const))(
			'%s and %s differ in shape or clearly in colour',
			(_a, _b, a, b) => {
				expect(
					haveSameShape(a, b) ? difference(seen(a.hue), seen(b.hue)) : CLEAR_DIFFERENCE
				).toBeGreaterThanOrEqual(CLEAR_DIFFERENCE);
			}
		);

		test('the border of the story differs from the land clearly more than other borders do', () => {
			const land = seenColour(vision, theme, 'land');
			const border = difference(seenColour(vision, theme, 'ink'), land);
			expect(border).toBeGreaterThan(
				difference(seenColour(vision, theme, 'border'), land) + CLEAR_DIFFERENCE
			);
			expect(border).toBeGreaterThan(
				difference(seenColour(vision, theme, 'province'), land) + CLEAR_DIFFERENCE
			);
		});

		test('every layer differs clearly from the land', () => {
			const land = seenColour(vision, theme, 'land');
			for (const { hue } of layers)
				expect(difference(seen(hue), land), hue).toBeGreaterThan(2 * CLEAR_DIFFERENCE);
		});
	});

	test.each([
		['red', 'blue'],
		['blue', 'ochre'],
		['red', 'ink'],
		['blue', 'ink']
	] as const)('%s and %s differ clearly in colour for readers who do not see red or green', (a, b) => {
		for (const vision of ['with no red receptors', 'with no green receptors']) {
			const [first, second] = [a, b].map((hue) => visions[vision]?.(colourOf(hue, theme)) as Color);
			expect(difference(first as Color, second as Color), vision).toBeGreaterThanOrEqual(CLEAR_DIFFERENCE);
		}
	});
});

function seenColour(vision: string, theme: Theme, name: keyof (typeof palette)['light']): Color {
	return visions[vision]?.(parse(palette[theme][name]) as Color) as Color;
}
