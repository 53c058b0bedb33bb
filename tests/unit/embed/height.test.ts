import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { speakHeight } from '$lib/embed/height';
import { framed, greetings, unframed } from '../../support/browser/embed-host';

const READY = '[iFrameResizerChild]Ready';
const everybody = (height: number) => [
	{ 'datawrapper-height': { 'border-passages': height } },
	{ sentinel: 'amp', type: 'embed-size', height }
];

/** A page in a frame, with the height it has; Ready is heard and forgotten. */
function page(search = '', tall = 700) {
	const host = framed(search);
	const content = { tall };
	const teller = speakHeight(host.frame, () => content.tall);
	expect(host.said()).toEqual([READY]);
	return { ...host, ...teller, content };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the host is told a height in the words of Datawrapper and of AMP', () => {
	const { changed, posts } = page();
	changed();
	expect(posts.map(({ message }) => message)).toEqual(everybody(700));
	expect(posts.every(({ targetOrigin }) => targetOrigin === '*')).toBe(true);
});

test('pym is told where it gave the frame a name', () => {
	const { changed, said } = page('?theme=dark&initialWidth=400&childId=pym-0-x1y2z&parentTitle=A');
	changed();
	expect(said()).toEqual([...everybody(700), 'pymxPYMxpym-0-x1y2zxPYMxheightxPYMx700']);
});

test.each(['', '%22%3E', 'a%20b', '__proto__', 'x'.repeat(65), '%00', 'é'])(
	'a name that is none is not echoed: %s',
	(name) => {
		const { changed, said } = page(`?childId=${name}`);
		changed();
		expect(said()).toEqual(everybody(700));
	}
);

test.each(greetings)('iframe-resizer is answered when it greets: %s', (greeting) => {
	const { changed, said, speak, content } = page();
	speak(greeting);
	expect(said()).toEqual([...everybody(700), '[iFrameSizer]map:700:400:init']);
	content.tall = 900;
	vi.advanceTimersByTime(100);
	changed();
	expect(said()).toEqual([...everybody(900), '[iFrameSizer]map:900:400:size']);
});

test('iframe-resizer is answered though nothing changed, each time it greets or asks', () => {
	const { changed, said, speak } = page();
	changed();
	said();
	for (const [question, kind] of [
		[greetings[0], 'init'],
		['[iFrameSizer]resize', 'size'],
		['[iFrameSizer]reset', 'size'],
		[greetings[1], 'init']
	]) {
		speak(question);
		vi.advanceTimersByTime(100);
		expect(said()).toEqual([`[iFrameSizer]map:700:400:${kind}`]);
	}
});

test('a greeting before there is a height is answered when there is one', () => {
	const { changed, said, speak, content } = page('', 0);
	speak(greetings[0]);
	vi.advanceTimersByTime(1000);
	expect(said()).toEqual([]);
	content.tall = 300;
	changed();
	expect(said()).toEqual([...everybody(300), '[iFrameSizer]map:300:400:init']);
});

test('before it greets, iframe-resizer is not spoken to, nor by a name that is none', () => {
	const { said, speak } = page();
	const others = [
		'[iFrameSizer]resize',
		'[iFrameSizer]message:{"a":true}',
		'[iFrameSizer]pageInfo:{}',
		READY
	];
	const names = ['', '__proto__', '<b>', 'a b', 'a"b', 'x'.repeat(65)].map(
		(name) => `[iFrameSizer]${name}:8:false:`
	);
	[...others, ...names, '[iFrameSizer]map:8:undefined:', '[iFrameSizer]map:700:400:size'].forEach((data) =>
		speak(data)
	);
	vi.advanceTimersByTime(1000);
	expect(said()).toEqual([]);
});

test('a change of less than 2 px is not told', () => {
	const { changed, said, content } = page();
	changed();
	said();
	for (const [tall, told] of [
		[701, []],
		[699, []],
		[702, everybody(702)],
		[700.5, []],
		[699.5, everybody(700)]
	] as const) {
		content.tall = tall;
		vi.advanceTimersByTime(100);
		changed();
		expect(said()).toEqual(told);
	}
});

test.each([
	[0, []],
	[49, []],
	[NaN, []],
	[49.2, everybody(50)],
	[1e9, everybody(20_000)]
])('a page that measures %d is told as %j', (tall, told) => {
	const { changed, said } = page('', tall);
	changed();
	expect(said()).toEqual(told);
});

test('many changes are told at most once in 100 ms, and the last is not lost', () => {
	const { changed, posts, content } = page();
	for (let step = 1; step <= 500; step += 1) {
		content.tall = 700 + step * 2;
		changed();
		vi.advanceTimersByTime(3);
	}
	vi.advanceTimersByTime(100);
	const times = [...new Set(posts.map(({ time }) => time))];
	const gaps = times.slice(1).map((time, index) => time - times[index]!);
	expect(times.length).toBeGreaterThan(10);
	expect(posts).toHaveLength(2 * times.length);
	expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
	expect(posts.slice(-2).map(({ message }) => message)).toEqual(everybody(1700));
	expect(vi.getTimerCount()).toBe(0);
});

test('a greeting that is replayed is answered once in 100 ms', () => {
	const { said, speak } = page();
	for (let time = 0; time < 950; time += 1) {
		speak(greetings[0]);
		vi.advanceTimersByTime(1);
	}
	expect(said().filter((message) => typeof message === 'string')).toHaveLength(10);
});

test('10,000 messages of junk, from the host or from anybody, are not answered and nothing throws', () => {
	const { posts, speak } = page();
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
			if (host) speak(data);
			else speak(data, {});
			speak(greetings[0], { data });
			return posts.length === 0;
		}),
		{ numRuns: 10_000, seed: 20211120 }
	);
	vi.advanceTimersByTime(1000);
	expect(posts).toEqual([]);
}, 60_000);

test('a page that is stopped, or that nothing frames, hears and says nothing', () => {
	const { changed, stop, said, speak, hearers, content } = page();
	changed();
	content.tall = 900;
	changed();
	said();
	stop();
	changed();
	speak(greetings[0]);
	vi.advanceTimersByTime(1000);
	expect(said()).toEqual([]);
	expect(hearers.size).toBe(0);

	const alone = unframed('?childId=a');
	speakHeight(alone.frame, () => 700).changed();
	expect(alone.posts).toEqual([]);
	expect(alone.hearers.size).toBe(0);
});
