/** Mutations of files of a story. With the other two gate-*.test.ts files they are a thousand. */
import { describe, expect, test } from 'vitest';
import { fileMutations, placeMutations, wordMutations, testMutations } from '../../support/mutations/classes';

describe('a mutated story is refused with a fault that names the file, or compiled to what its files say', () => {
	test('a thousand mutations are tested', () => {
		const classes = [...fileMutations, ...placeMutations, ...wordMutations];
		expect(classes.reduce((sum, [, , count]) => sum + count, 0)).toBe(1000);
	});

	testMutations(fileMutations);
});
