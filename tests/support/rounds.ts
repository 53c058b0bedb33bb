/**
 * How much the tests do: in `npm test` each behaviour once, with `FAULT_ROUNDS=all` (`npm run test:all`) every case and
 * all the repetitions that they aim at.
 */
export const all = process.env['FAULT_ROUNDS'] === 'all';

export const rounds = (few: number, many: number): number => (all ? many : few);

/** The first of the cases, or all of them. */
export const firstOf = <Case>(cases: readonly Case[], few = 1): readonly Case[] =>
	all ? cases : cases.slice(0, few);

/** Every n-th of the cases, so that some are of each kind, or all of them. */
export const everyNth = <Case>(cases: readonly Case[], n: number): readonly Case[] =>
	cases.filter((_, index) => all || index % n === 0);

/** Tag of tests that run with all rounds only: further variants of a behaviour, and tests that take minutes. */
export const ALL_ROUNDS = { tag: '@all-rounds' };
