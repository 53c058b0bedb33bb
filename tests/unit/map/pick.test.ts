/** Which place a click on the live map selects. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Part } from '$lib/model/drawing';
import { pick } from '$lib/map/pick';
import { lightStory } from '../../support/story/story';

const parts = lightStory().drawing.parts.features.map(({ properties }) => properties);
const partsOf = (...places: string[]): Part[] => parts.filter(({ place }) => places.includes(place));

test('a click on a symbol selects its place, not the countries under it', () => {
	expect(pick(partsOf('belarus', 'grodno-region', 'border-camp', 'border'))).toBe('border-camp');
	expect(pick(partsOf('poland', 'kuznica-bruzgi-road', 'border'))).toBe('kuznica-bruzgi-road');
});

test('a click on the border selects the border, not a country', () => {
	expect(pick(partsOf('belarus', 'poland', 'border'))).toBe('border');
});

test('a click on overlapping areas selects the smallest', () => {
	expect(pick(partsOf('belarus', 'grodno-region'))).toBe('grodno-region');
});

test('a click on overlapping symbols selects the place that is known most precisely', () => {
	expect(pick(partsOf('terespol-brzesc-rail', 'terespol-brzesc-road'))).toBe('terespol-brzesc-road');
});

test('a click beside all places selects none', () => {
	expect(pick([])).toBeUndefined();
});

test('the selected place does not depend on the order of the features', () => {
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
