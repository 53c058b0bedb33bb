/** The signs of statuses. */
import { expect, test } from 'vitest';
import { leaderPath, signFill, signOf } from '$lib/style/symbols';

const statuses = [{ value: 'open (freight)', label: 'Freight only', sign: 'half' as const }];
const status = {
	value: 'open (freight)',
	date: '2021-11',
	detail: 'Lorries.',
	certainty: 'certain' as const
};

test('a status that its layer lists has the label and the sign of the list', () => {
	expect(signOf({ statuses }, status)).toEqual({ label: 'Freight only', sign: 'half', broken: false });
});

test('a status that is not certain has a broken ring', () => {
	for (const certainty of ['less-certain', 'uncertain'] as const)
		expect(signOf({ statuses }, { ...status, certainty }).broken).toBe(true);
});

test('a status that its layer does not list has an empty, broken ring and its value as label', () => {
	expect(signOf({ statuses }, { ...status, value: 'flooded' })).toEqual({
		label: 'flooded',
		sign: 'ring',
		broken: true
	});
	expect(signOf({ statuses: [] }, status)).toEqual({ label: 'open (freight)', sign: 'ring', broken: true });
});

test('a full disc in a broken ring does not hide the breaks', () => {
	expect(signFill('disc', true)).not.toBe(signFill('disc', false));
});

test('a leader begins at its sign, leaves it across the line, and ends on its spot', () => {
	expect(leaderPath([-26, 9], 'left')).toBe('M-26 9L-8 9L0 0');
	expect(leaderPath([9, 26], 'below')).toBe('M9 26L9 8L0 0');
});
