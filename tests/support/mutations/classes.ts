/** The thousand mutations, by what they are about; what must come of each. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomeOf } from '../story/gate';
import { problemsOf } from '../story/oracle';
import { anyMutations } from './any';
import { coordinateMutations } from './coordinates';
import { jsonMutations, yamlMutations } from './files';
import type { Generator, Mutation } from './mutation';
import { shapeMutations } from './shapes';
import { articleMutations, keyMutations, linkMutations, selectorMutations } from './words';

type Class = [name: string, generator: Generator, count: number, seed: number];

export const ofFiles: Class[] = [
	['JSON', jsonMutations, 140, 1],
	['YAML', yamlMutations, 100, 2],
	['any value anywhere', anyMutations, 100, 9]
];
export const ofPlaces: Class[] = [
	['the shape of GeoJSON', shapeMutations, 120, 3],
	['coordinates', coordinateMutations, 160, 4],
	['keys and ids', keyMutations, 80, 5]
];
export const ofWords: Class[] = [
	['the article', articleMutations, 100, 6],
	['quotes and what is said of them', selectorMutations, 120, 7],
	['links', linkMutations, 80, 8]
];

/** None twice. */
const distinct = (mutations: Mutation[]): Mutation[] => [
	...new Map(mutations.map((mutation) => [mutation.what, mutation])).values()
];

export function testMutations(classes: Class[]): void {
	test.each(classes)('mutations of %s', { timeout: 240_000 }, (_name, generator, count, seed) => {
		const mutations = distinct(fc.sample(generator, { numRuns: 10 * count, seed })).slice(0, count);
		expect(mutations).toHaveLength(count);
		const outcomes = mutations.map((mutation) => [mutation, outcomeOf(mutation.changed)] as const);
		expect(outcomes.flatMap(([mutation, outcome]) => problemsOf(mutation, outcome))).toEqual([]);
		// What is refused alike, or drawn alike, would show nothing.
		expect(outcomes.filter(([, { compiled }]) => !compiled).length).toBeGreaterThan(count / 4);
	});
}
