import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../support/story/gate';
import type { Generator, Mutation } from '../support/mutations/mutation';
import { anyMutations } from '../support/mutations/any';
import { coordinateMutations } from '../support/mutations/coordinates';
import { jsonMutations, yamlMutations } from '../support/mutations/files';
import { shapeMutations } from '../support/mutations/shapes';
import { articleMutations, keyMutations, linkMutations, selectorMutations } from '../support/mutations/words';
import { problemsOf } from '../support/story/oracle';

const classes: [name: string, generator: Generator, count: number, seed: number][] = [
	['JSON', jsonMutations, 140, 1],
	['YAML', yamlMutations, 100, 2],
	['the shape of GeoJSON', shapeMutations, 120, 3],
	['coordinates', coordinateMutations, 160, 4],
	['keys and ids', keyMutations, 80, 5],
	['the article', articleMutations, 100, 6],
	['quotes and what is said of them', selectorMutations, 120, 7],
	['links', linkMutations, 80, 8],
	['any value anywhere', anyMutations, 100, 9]
];

/** None twice. */
const distinct = (mutations: Mutation[]): Mutation[] => [
	...new Map(mutations.map((mutation) => [mutation.what, mutation])).values()
];

describe('a thousand mutated stories are refused with file, thing and reason, or drawn as they say', () => {
	test('they are a thousand', () => {
		expect(classes.reduce((sum, [, , count]) => sum + count, 0)).toBe(1000);
	});

	test.each(classes)('mutations of %s', { timeout: 240_000 }, (_name, generator, count, seed) => {
		const mutations = distinct(fc.sample(generator, { numRuns: 10 * count, seed })).slice(0, count);
		expect(mutations).toHaveLength(count);
		const outcomes = mutations.map((mutation) => [mutation, outcomeOf(mutation.changed)] as const);
		expect(outcomes.flatMap(([mutation, outcome]) => problemsOf(mutation, outcome))).toEqual([]);
		// What is refused alike, or drawn alike, would show nothing.
		expect(outcomes.filter(([, { compiled }]) => !compiled).length).toBeGreaterThan(count / 4);
	});
});
