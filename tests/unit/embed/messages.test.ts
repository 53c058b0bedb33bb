import fc from 'fast-check';
import { expect, test } from 'vitest';
import { speakMessages } from '$lib/embed/messages';
import { framed, unframed } from '../../support/browser/embed-host';

const ours = { type: 'border-passages', version: 1 };
const ids = ['camp', 'kuznica', 'denied'];

/** A page with three ids of which none is selected; `steps` is what it was told to select. */
function page() {
	const host = framed();
	const steps: (string | undefined)[] = [];
	const select = (id: string | undefined) => {
		steps.push(id);
		teller.changed();
	};
	const teller = speakMessages(host.frame, {
		has: (id) => ids.includes(id),
		select,
		selected: () => steps.at(-1)
	});
	return { ...host, ...teller, select, steps };
}

test('a host selects and clears, and is told nothing that it did not ask for', () => {
	const { speak, steps, posts } = page();
	speak({ ...ours, do: 'select', id: 'camp' });
	speak({ ...ours, do: 'clear' });
	expect(steps).toEqual(['camp', undefined]);
	expect(posts).toEqual([]);
});

test('a host that listens is told at once and at each change', () => {
	const { speak, select, said, changed } = page();
	speak({ ...ours, do: 'listen' });
	expect(said()).toEqual([{ ...ours, is: 'selection' }]);
	select('denied');
	changed();
	expect(said()).toEqual([{ ...ours, is: 'selection', id: 'denied' }]);
	speak({ ...ours, do: 'select', id: 'camp' });
	expect(said()).toEqual([{ ...ours, is: 'selection', id: 'camp' }]);
	select(undefined);
	expect(said()).toEqual([{ ...ours, is: 'selection' }]);
	speak({ ...ours, do: 'listen' });
	expect(said()).toEqual([{ ...ours, is: 'selection' }]);
});

test('what is selected already is not selected again', () => {
	const { speak, steps } = page();
	speak({ ...ours, do: 'clear' });
	speak({ ...ours, do: 'select', id: 'camp' });
	speak({ ...ours, do: 'select', id: 'camp' });
	expect(steps).toEqual(['camp']);
});

test.each([
	{ ...ours, do: 'select', id: 'another story' },
	{ ...ours, do: 'select', id: '__proto__' },
	{ ...ours, do: 'select', id: ['camp'] },
	{ ...ours, do: 'select' },
	{ ...ours, do: 'select', id: 'camp', href: 'https://example.org/' },
	{ ...ours, do: 'clear', id: 'camp' },
	{ ...ours, do: 'listen', id: undefined },
	{ ...ours, version: 2, do: 'listen' },
	{ ...ours, version: '1', do: 'listen' },
	{ ...ours, type: 'border', do: 'listen' },
	{ ...ours, do: 'navigate', id: 'camp' },
	{ ...ours, is: 'selection', id: 'camp' },
	Object.assign([], ours, { do: 'listen' }),
	Object.assign(new Map(), ours, { do: 'listen' }),
	JSON.stringify({ ...ours, do: 'listen' })
])('what is not of the list does nothing: %j', (message) => {
	const { speak, steps, posts, changed } = page();
	speak(message);
	changed();
	expect(steps).toEqual([]);
	expect(posts).toEqual([]);
});

test('nobody but the host is heard', () => {
	const { speak, steps, posts, frame } = page();
	for (const source of [{}, null, frame.self]) {
		speak({ ...ours, do: 'select', id: 'camp' }, source);
		speak({ ...ours, do: 'listen' }, source);
	}
	expect(steps).toEqual([]);
	expect(posts).toEqual([]);
});

test('10,000 messages of junk do nothing, and nothing throws', () => {
	const { speak, steps, posts } = page();
	const near = fc.record(
		{
			type: fc.constantFrom('border-passages', 'select', undefined),
			version: fc.constantFrom(1, 2, '1', null),
			do: fc.constantFrom('select', 'clear', 'listen', 'eval', '__proto__', undefined),
			id: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
			url: fc.webUrl()
		},
		{ requiredKeys: ['url'] }
	);
	const any = fc.anything({
		withMap: true,
		withSet: true,
		withDate: true,
		withBigInt: true,
		withNullPrototype: true
	});
	fc.assert(
		fc.property(fc.oneof(near, any), (data) => {
			speak(data);
			return steps.length + posts.length === 0;
		}),
		{ numRuns: 10_000, seed: 20211120 }
	);
	expect([steps, posts]).toEqual([[], []]);
}, 60_000);

test('a page that is stopped, or that nothing frames, hears and says nothing', () => {
	const { speak, stop, select, said, steps } = page();
	speak({ ...ours, do: 'listen' });
	said();
	stop();
	select('camp');
	speak({ ...ours, do: 'clear' });
	expect(said()).toEqual([]);
	expect(steps).toEqual(['camp']);

	const alone = unframed();
	const { changed } = speakMessages(alone.frame, { has: () => true, select, selected: () => 'camp' });
	alone.speak({ ...ours, do: 'listen' }, alone.frame.self);
	changed();
	expect(alone.posts).toEqual([]);
	expect(alone.hearers.size).toBe(0);
});
