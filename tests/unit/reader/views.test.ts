/** Which view shows what is selected. */
import { expect, test } from 'vitest';
import { viewShowing } from '$lib/reader/views';

const view = (id: string, places: string[]) => ({ id, label: id, short: id, places });
const views = [
	view('border', ['camp', 'crossing']),
	view('camp', ['camp']),
	view('origins', ['camp', 'syria'])
];

test.each([
	['the first of several that show a place', ['camp'], 'border'],
	['one that shows all places of a passage, before others', ['camp', 'syria'], 'origins'],
	['the first that shows most of them, if none shows all', ['crossing', 'syria'], 'border'],
	['none, if nothing is drawn', ['africa'], undefined],
	['none, if nothing is selected', [''], undefined]
])('%s', (_what, places, expected) => {
	expect(viewShowing(views, places)?.id).toBe(expected);
});
