/** The thousand mutations in classes, and the tests that run them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomeOf } from '../story/gate';
import { problemsOf } from '../story/oracle';
import { anyMutations } from './any';
import { coordinateMutations } from './coordinates';
import { jsonMutations, yamlMutations } from './files';
import { keyMutations, linkMutations } from './identifiers';
import type { Generator, Mutation } from './mutation';
import { shapeMutations } from './shapes';
import { articleMutations, selectorMutations } from './words';

type MutationClass = [name: string, generator: Generator, count: number, seed: number];

export const fileMutations: MutationClass[] = [
	['JSON', jsonMutations, 140, 1],
	['YAML', yamlMutations, 100, 2],
	['any value anywhere', anyMutations, 100, 9]
];
export const placeMutations: MutationClass[] = [
	['the structure of GeoJSON', shapeMutations, 120, 3],
	['coordinates', coordinateMutations, 160, 4],
	['keys and ids', keyMutations, 80, 5]
];
export const wordMutations: MutationClass[] = [
	['the article', articleMutations, 100, 6],
	['quotes and their fields', selectorMutations, 120, 7],
	['links', linkMutations, 80, 8]
];

const withoutDuplicates = (mutations: Mutation[]): Mutation[] => [
	...new Map(mutations.map((mutation) => [mutation.what, mutation])).values()
];

/** Defines one test for each class: every mutation of it is refused well or compiled right. */
export function testMutations(classes: MutationClass[]): void {
	test.each(classes)('mutations of %s', { timeout: 240_000 }, (_name, generator, count, seed) => {
		const mutations = withoutDuplicates(fc.sample(generator, { numRuns: 10 * count, seed })).slice(0, count);
		expect(mutations).toHaveLength(count);
		const outcomes = mutations.map((mutation) => [mutation, outcomeOf(mutation.changed)] as const);
		expect(outcomes.flatMap(([mutation, outcome]) => problemsOf(mutation, outcome))).toEqual([]);
		// A class whose mutations nearly all compile would test little.
		expect(outcomes.filter(([, { compiled }]) => !compiled).length).toBeGreaterThan(count / 4);
	});
}
