/** The selection and the fragment of the URL. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Selection } from '$lib/reader/selection.svelte';

/** A window with a URL, of which only the fragment matters. */
function stubWindow() {
	const target = new EventTarget();
	const location = {
		hash: '',
		replace: (fragment: string) => (location.hash = fragment)
	};
	vi.stubGlobal('window', target);
	vi.stubGlobal('location', location);
	return {
		location,
		navigate: (fragment: string) => {
			location.hash = fragment;
			target.dispatchEvent(new Event('hashchange'));
		}
	};
}

afterEach(() => vi.unstubAllGlobals());

describe.each([false, true])('in a frame: %s', (framed) => {
	test.each([
		[undefined, '', 'map'],
		['map', '', 'map'],
		['iraq', 'iraq', 'iraq']
	])(
		'selecting %j selects "%s" at once, and the same when the browser reports the fragment',
		(id, selected, fragment) => {
			const { location, navigate } = stubWindow();
			const selection = new Selection(framed, () => undefined);
			const stop = selection.follow();
			selection.select(id);
			expect(selection.id).toBe(selected);
			expect(location.hash.replace('#', '')).toBe(fragment);
			navigate(`#${fragment}`);
			expect(selection.id).toBe(selected);
			stop();
		}
	);
});

test('back and forward select what the fragment says', () => {
	const { navigate } = stubWindow();
	const selection = new Selection(false, () => undefined);
	const stop = selection.follow();
	for (const [fragment, selected] of [
		['#iraq', 'iraq'],
		['#map', ''],
		['', '']
	] as const) {
		navigate(fragment);
		expect(selection.id).toBe(selected);
	}
	stop();
});
