/** Reports of the height of an embed to its host page. */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reportHeight } from '$lib/embed/height';
import { framed, initMessages, unframed } from '../../support/browser/embed-host';

const READY = '[iFrameResizerChild]Ready';
/** The messages for Datawrapper and AMP, which are sent to every host. */
const toEveryHost = (height: number) => [
	{ 'datawrapper-height': { 'border-passages': height } },
	{ sentinel: 'amp', type: 'embed-size', height }
];

/** An embed with a content of this height, after its first message. */
function page(search = '', height = 700) {
	const host = framed(search);
	const content = { height };
	const reporter = reportHeight(host.frame, () => content.height);
	expect(host.takePosts()).toEqual([READY]);
	return { ...host, ...reporter, content };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the host gets the height in the formats of Datawrapper and AMP', () => {
	const { changed, posts } = page();
	changed();
	expect(posts.map(({ message }) => message)).toEqual(toEveryHost(700));
	expect(posts.every(({ targetOrigin }) => targetOrigin === '*')).toBe(true);
});

test('pym gets the height if the URL has its frame id', () => {
	const { changed, takePosts } = page('?theme=dark&initialWidth=400&childId=pym-0-x1y2z&parentTitle=A');
	changed();
	expect(takePosts()).toEqual([...toEveryHost(700), 'pymxPYMxpym-0-x1y2zxPYMxheightxPYMx700']);
});

test.each(['', '%22%3E', 'a%20b', '__proto__', 'x'.repeat(65), '%00', 'é'])(
	'an invalid frame id of pym is not sent back: %s',
	(id) => {
		const { changed, takePosts } = page(`?childId=${id}`);
		changed();
		expect(takePosts()).toEqual(toEveryHost(700));
	}
);

test.each(initMessages)('iframe-resizer gets the height after its first message: %s', (message) => {
	const { changed, takePosts, send, content } = page();
	send(message);
	expect(takePosts()).toEqual([...toEveryHost(700), '[iFrameSizer]map:700:400:init']);
	content.height = 900;
	vi.advanceTimersByTime(100);
	changed();
	expect(takePosts()).toEqual([...toEveryHost(900), '[iFrameSizer]map:900:400:size']);
});

test('iframe-resizer gets the height at each request, even if it has not changed', () => {
	const { changed, takePosts, send } = page();
	changed();
	takePosts();
	for (const [request, kind] of [
		[initMessages[0], 'init'],
		['[iFrameSizer]resize', 'size'],
		['[iFrameSizer]reset', 'size'],
		[initMessages[1], 'init']
	]) {
		send(request);
		vi.advanceTimersByTime(100);
		expect(takePosts()).toEqual([`[iFrameSizer]map:700:400:${kind}`]);
	}
});

test('a request that comes before the page has a height is answered when it has one', () => {
	const { changed, takePosts, send, content } = page('', 0);
	send(initMessages[0]);
	vi.advanceTimersByTime(1000);
	expect(takePosts()).toEqual([]);
	content.height = 300;
	changed();
	expect(takePosts()).toEqual([...toEveryHost(300), '[iFrameSizer]map:300:400:init']);
});

test('iframe-resizer gets nothing before its first message, or if that has an invalid frame id', () => {
	const { takePosts, send } = page();
	const others = [
		'[iFrameSizer]resize',
		'[iFrameSizer]message:{"a":true}',
		'[iFrameSizer]pageInfo:{}',
		READY
	];
	const invalidIds = ['', '__proto__', '<b>', 'a b', 'a"b', 'x'.repeat(65)].map(
		(id) => `[iFrameSizer]${id}:8:false:`
	);
	[...others, ...invalidIds, '[iFrameSizer]map:8:undefined:', '[iFrameSizer]map:700:400:size'].forEach(
		(data) => send(data)
	);
	vi.advanceTimersByTime(1000);
	expect(takePosts()).toEqual([]);
});

test('a change of less than 2 px is not reported', () => {
	const { changed, takePosts, content } = page();
	changed();
	takePosts();
	for (const [height, reported] of [
		[701, []],
		[699, []],
		[702, toEveryHost(702)],
		[700.5, []],
		[699.5, toEveryHost(700)]
	] as const) {
		content.height = height;
		vi.advanceTimersByTime(100);
		changed();
		expect(takePosts()).toEqual(reported);
	}
});

test.each([
	[0, []],
	[49, []],
	[NaN, []],
	[49.2, toEveryHost(50)],
	[1e9, toEveryHost(20_000)]
])('a page of height %d is reported as %j', (height, reported) => {
	const { changed, takePosts } = page('', height);
	changed();
	expect(takePosts()).toEqual(reported);
});

test('many changes are reported at most once in 100 ms, and the last one always', () => {
	const { changed, posts, content } = page();
	for (let step = 1; step <= 500; step += 1) {
		content.height = 700 + step * 2;
		changed();
		vi.advanceTimersByTime(3);
	}
	vi.advanceTimersByTime(100);
	const times = [...new Set(posts.map(({ time }) => time))];
	const gaps = times.slice(1).map((time, index) => time - times[index]!);
	expect(times.length).toBeGreaterThan(10);
	expect(posts).toHaveLength(2 * times.length);
	expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
	expect(posts.slice(-2).map(({ message }) => message)).toEqual(toEveryHost(1700));
	expect(vi.getTimerCount()).toBe(0);
});

test('a message that is repeated is answered at most once in 100 ms', () => {
	const { takePosts, send } = page();
	for (let time = 0; time < 950; time += 1) {
		send(initMessages[0]);
		vi.advanceTimersByTime(1);
	}
	expect(takePosts().filter((message) => typeof message === 'string')).toHaveLength(10);
});

test('10,000 meaningless messages, from the host or other windows, get no answer and throw nothing', () => {
	const { posts, send } = page();
	const start = fc.constantFrom(
		'',
		'[iFrameSizer]',
		'[iFrameSizer]map:',
		'pymxPYMxmapxPYMxwidthxPYMx',
		'navigateTo'
	);
	const junk = fc.oneof(
		fc.tuple(start, fc.string({ unit: 'binary' })).map(([head, tail]) => head + tail),
		fc.anything({ withMap: true, withSet: true, withDate: true, withBigInt: true, withNullPrototype: true })
	);
	fc.assert(
		fc.property(junk, fc.boolean(), (data, host) => {
			if (host) send(data);
			else send(data, {});
			send(initMessages[0], { data });
			return posts.length === 0;
		}),
		{ numRuns: 10_000, seed: 20211120 }
	);
	vi.advanceTimersByTime(1000);
	expect(posts).toEqual([]);
}, 60_000);

test('a page that has stopped, or is not in a frame, ignores messages and sends none', () => {
	const { changed, stop, takePosts, send, listeners, content } = page();
	changed();
	content.height = 900;
	changed();
	takePosts();
	stop();
	changed();
	send(initMessages[0]);
	vi.advanceTimersByTime(1000);
	expect(takePosts()).toEqual([]);
	expect(listeners.size).toBe(0);

	const alone = unframed('?childId=a');
	reportHeight(alone.frame, () => 700).changed();
	expect(alone.posts).toEqual([]);
	expect(alone.listeners.size).toBe(0);
});
