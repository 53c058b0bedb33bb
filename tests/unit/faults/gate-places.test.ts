/** The gate that every story goes through, against mutations of its places: with the other two files of this name, a thousand. */
import { describe } from 'vitest';
import { ofPlaces, testMutations } from '../../support/mutations/classes';

describe('mutated stories are refused with file, thing and reason, or drawn as they say', () => {
	testMutations(ofPlaces);
});
