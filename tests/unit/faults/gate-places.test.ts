/** Mutations of places of a story. With the other two gate-*.test.ts files they are a thousand. */
import { describe } from 'vitest';
import { placeMutations, testMutations } from '../../support/mutations/classes';

describe('a mutated story is refused with a fault that names the file, or compiled to what its files say', () => {
	testMutations(placeMutations);
});
