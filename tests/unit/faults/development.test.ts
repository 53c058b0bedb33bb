/** What `npm run dev` prints of a story with faults. */
import type { HandleServerError } from '@sveltejs/kit';
import { expect, test, vi } from 'vitest';
import { StoryError } from '$lib/server/input/faults';
import { handleError } from '../../../src/hooks.server';

const faultIn = (file: string): StoryError =>
	new StoryError([{ file, thing: 'the file', fault: 'is empty', mend: 'Write it.' }]);

test('the faults of a story are printed once for all pages, and again when they have changed', () => {
	const print = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	const report = (error: unknown) =>
		handleError({ error, message: 'Internal Error' } as Parameters<HandleServerError>[0]);
	const [first, second] = [faultIn('article/article.yaml'), faultIn('article/passages.yaml')];
	for (const error of [first, first, second, second, first]) report(error);
	const printed = print.mock.calls.map(([text]) => String(text).trim());
	expect(printed).toEqual([first, second, first].map(({ message }) => message));
	print.mockClear();
	const crash = new Error('not of the story');
	report(crash);
	report(crash);
	expect(print.mock.calls).toEqual([[crash], [crash]]);
	print.mockRestore();
});
