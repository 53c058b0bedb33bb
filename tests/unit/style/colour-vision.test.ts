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
/** CIEDE2000; about 2 is the least that is seen side by side, 10 is plain at a glance. */
const PLAIN = 10;

const eyes: Record<string, (colour: Color) => Color> = {
	'with no red receptors': filterDeficiencyProt(1),
	'with no green receptors': filterDeficiencyDeuter(1),
	'in grey': filterGrayscale(1)
};

const colourOf = (hue: Hue, theme: Theme): Color => parse(palette[theme][hue]) as Color;

/** Areas, lines and symbols are told apart by what they are; symbols by their shape too. */
const lookAlike = (a: Layer, b: Layer): boolean => a.shape === b.shape;

const { layers } = theStory().story;
const pairs = layers.flatMap((a, index) => layers.slice(index + 1).map((b): [Layer, Layer] => [a, b]));

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
	describe.each(Object.keys(eyes))('seen %s', (eye) => {
		const seen = (hue: Hue): Color => eyes[eye]?.(colourOf(hue, theme)) as Color;

		test.each(pairs.map(([a, b]) => [a.label, b.label, a, b] as const))(
			'%s and %s stay apart',
			(_a, _b, a, b) => {
				expect(lookAlike(a, b) ? difference(seen(a.hue), seen(b.hue)) : PLAIN).toBeGreaterThanOrEqual(PLAIN);
			}
		);

		test('the border is plainer against the land than any other line of the ground', () => {
			const land = seenGround(eye, theme, 'land');
			const border = difference(seenGround(eye, theme, 'ink'), land);
			expect(border).toBeGreaterThan(difference(seenGround(eye, theme, 'border'), land) + PLAIN);
			expect(border).toBeGreaterThan(difference(seenGround(eye, theme, 'province'), land) + PLAIN);
		});

		test('every hue stays plain against the land', () => {
			const land = seenGround(eye, theme, 'land');
			for (const { hue } of layers) expect(difference(seen(hue), land), hue).toBeGreaterThan(2 * PLAIN);
		});
	});

	test.each([
		['red', 'blue'],
		['blue', 'ochre'],
		['red', 'ink'],
		['blue', 'ink']
	] as const)('%s and %s stay apart by colour alone, whatever the eye', (a, b) => {
		for (const eye of ['with no red receptors', 'with no green receptors']) {
			const [first, second] = [a, b].map((hue) => eyes[eye]?.(colourOf(hue, theme)) as Color);
			expect(difference(first as Color, second as Color), eye).toBeGreaterThanOrEqual(PLAIN);
		}
	});
});

function seenGround(eye: string, theme: Theme, name: keyof (typeof palette)['light']): Color {
	return eyes[eye]?.(parse(palette[theme][name]) as Color) as Color;
}
