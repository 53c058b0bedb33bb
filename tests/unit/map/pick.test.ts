import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Part } from '$lib/model/drawing';
import { pick } from '$lib/map/pick';
import { lightStory } from '../../support/story/story';

const parts = lightStory().drawing.parts.features.map(({ properties }) => properties);
const partsOf = (...places: string[]): Part[] => parts.filter(({ place }) => places.includes(place));

test('a press on a symbol means its place, not the countries below it', () => {
	expect(pick(partsOf('belarus', 'grodno-region', 'border-camp', 'border'))).toBe('border-camp');
	expect(pick(partsOf('poland', 'kuznica-bruzgi-road', 'border'))).toBe('kuznica-bruzgi-road');
});

test('a press on the border means the border, not the country', () => {
	expect(pick(partsOf('belarus', 'poland', 'border'))).toBe('border');
});

test('a press where areas lie over each other means the smallest', () => {
	expect(pick(partsOf('belarus', 'grodno-region'))).toBe('grodno-region');
});

test('a press where symbols lie over each other means the place that is known best', () => {
	expect(pick(partsOf('terespol-brzesc-rail', 'terespol-brzesc-road'))).toBe('terespol-brzesc-road');
});

test('a press on no place means none', () => {
	expect(pick([])).toBeUndefined();
});

test('what is pressed does not depend on the order in which things are drawn', () => {
	const ordered = fc.shuffledSubarray([...new Map(parts.map((part) => [part.extent, part])).values()], {
		minLength: 1
	});
	fc.assert(
		fc.property(ordered, (found) => {
			const place = pick(found);
			expect(pick(found.toReversed())).toBe(place);
			const chosen = found.filter((part) => part.place === place);
			if (found.some(({ part }) => part === 'symbol'))
				expect(chosen.map(({ part }) => part)).toContain('symbol');
		}),
		{ numRuns: 200, seed: 20211120 }
	);
});
