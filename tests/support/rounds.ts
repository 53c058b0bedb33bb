/**
 * How much the tests do: in `npm test` each behaviour once, with `FAULT_ROUNDS=all` (`npm run test:all`) every case and
 * all the repetitions that they aim at.
 */
export const all = process.env['FAULT_ROUNDS'] === 'all';

export const rounds = (few: number, many: number): number => (all ? many : few);

/** The first of the cases, or all of them. */
export const firstOf = <Case>(cases: readonly Case[], few = 1): readonly Case[] =>
	all ? cases : cases.slice(0, few);

/** Tag of tests that take minutes: they run with all rounds only. */
export const LONG = { tag: '@long' };
