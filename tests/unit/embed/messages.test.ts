/** Messages between an embed and its host page about the selection. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exchangeMessages } from '$lib/embed/messages';
import { framed, unframed } from '../../support/browser/embed-host';

const ours = { type: 'border-passages', version: 1 };
const ids = ['camp', 'kuznica', 'denied'];

/** An embed with three ids and nothing selected. `steps`: all calls of `select`, in order. */
function page() {
	const host = framed();
	const steps: (string | undefined)[] = [];
	const select = (id: string | undefined) => {
		steps.push(id);
		reporter.changed();
	};
	const reporter = exchangeMessages(host.frame, {
		has: (id) => ids.includes(id),
		select,
		selected: () => steps.at(-1)
	});
	return { ...host, ...reporter, select, steps };
}

test('a host can select and clear, and gets no messages unless it listens', () => {
	const { send, steps, posts } = page();
	send({ ...ours, do: 'select', id: 'camp' });
	send({ ...ours, do: 'clear' });
	expect(steps).toEqual(['camp', undefined]);
	expect(posts).toEqual([]);
});

test('a host that listens gets the selection at once and at each change', () => {
	const { send, select, takePosts, changed } = page();
	send({ ...ours, do: 'listen' });
	expect(takePosts()).toEqual([{ ...ours, is: 'selection' }]);
	select('denied');
	changed();
	expect(takePosts()).toEqual([{ ...ours, is: 'selection', id: 'denied' }]);
	send({ ...ours, do: 'select', id: 'camp' });
	expect(takePosts()).toEqual([{ ...ours, is: 'selection', id: 'camp' }]);
	select(undefined);
	expect(takePosts()).toEqual([{ ...ours, is: 'selection' }]);
	send({ ...ours, do: 'listen' });
	expect(takePosts()).toEqual([{ ...ours, is: 'selection' }]);
});

test('a place that is already selected is not selected again', () => {
	const { send, steps } = page();
	send({ ...ours, do: 'clear' });
	send({ ...ours, do: 'select', id: 'camp' });
	send({ ...ours, do: 'select', id: 'camp' });
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
])('another message does nothing: %j', (message) => {
	const { send, steps, posts, changed } = page();
	send(message);
	changed();
	expect(steps).toEqual([]);
	expect(posts).toEqual([]);
});

test('messages of other windows than the host are ignored', () => {
	const { send, steps, posts, frame } = page();
	for (const source of [{}, null, frame.self]) {
		send({ ...ours, do: 'select', id: 'camp' }, source);
		send({ ...ours, do: 'listen' }, source);
	}
	expect(steps).toEqual([]);
	expect(posts).toEqual([]);
});

test('10,000 meaningless messages do nothing and throw nothing', () => {
	const { send, steps, posts } = page();
	const similar = fc.record(
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
		fc.property(fc.oneof(similar, any), (data) => {
			send(data);
			return steps.length + posts.length === 0;
		}),
		{ numRuns: 10_000, seed: 20211120 }
	);
	expect([steps, posts]).toEqual([[], []]);
}, 60_000);

test('a page that has stopped, or is not in a frame, ignores messages and sends none', () => {
	const { send, stop, select, takePosts, steps } = page();
	send({ ...ours, do: 'listen' });
	takePosts();
	stop();
	select('camp');
	send({ ...ours, do: 'clear' });
	expect(takePosts()).toEqual([]);
	expect(steps).toEqual(['camp']);

	const alone = unframed();
	const { changed } = exchangeMessages(alone.frame, { has: () => true, select, selected: () => 'camp' });
	alone.send({ ...ours, do: 'listen' }, alone.frame.self);
	changed();
	expect(alone.posts).toEqual([]);
	expect(alone.listeners.size).toBe(0);
});
