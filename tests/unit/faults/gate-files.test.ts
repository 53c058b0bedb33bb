/** The gate that every story goes through, against mutations of its files: with the other two files of this name, a thousand. */
import { describe, expect, test } from 'vitest';
import { ofFiles, ofPlaces, ofWords, testMutations } from '../../support/mutations/classes';

describe('mutated stories are refused with file, thing and reason, or drawn as they say', () => {
	test('with those of places and of words they are a thousand', () => {
		const all = [...ofFiles, ...ofPlaces, ...ofWords];
		expect(all.reduce((sum, [, , count]) => sum + count, 0)).toBe(1000);
	});

	testMutations(ofFiles);
});
