/** Messages from a host page to the embed. All others must have no effect. */
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { viewButton } from '../../support/browser/alive';
import { expectState, iframe, openHost } from '../../support/browser/host';
import { story } from '../../support/browser/page';
import { firstOf } from '../../support/rounds';

const COUNT = 10_000;

/** Sends a message to the embed, as its host. */
const send = (page: Page, message: unknown): Promise<void> =>
	page.evaluate((message) => frames[0]!.postMessage(message, '*'), message);

/** All messages that the host has received. */
const received = (page: Page): Promise<unknown[]> =>
	page.evaluate(() => (globalThis as unknown as { received: unknown[] }).received);

const receivedSelections = async (page: Page): Promise<unknown[]> =>
	(await received(page)).filter((message) => JSON.stringify(message).includes('selection'));

/** Opens a host with an embed. Both record the messages that they receive. */
async function openHostWithEmbed(
	page: Page,
	attributes: string
): Promise<{ frame: FrameLocator; errors: string[] }> {
	await page.addInitScript(() => {
		const record = globalThis as unknown as { received: unknown[] };
		record.received = [];
		addEventListener('message', ({ data }) => record.received.push(data));
	});
	const errors = await openHost(page, iframe('', attributes));
	const frame = page.frameLocator('iframe').first();
	await expectState(frame, 'live');
	return { frame, errors };
}

const signature = { type: 'border-passages', version: 1 };

for (const attributes of firstOf(['sandbox="allow-scripts"', '']))
	test(`${COUNT} meaningless messages do nothing, and then the host can select, clear and listen ${attributes}`, async ({
		page
	}) => {
		const { frame, errors } = await openHostWithEmbed(page, attributes);
		await viewButton(frame, story.views[0].label).click();
		await expect(frame.locator('[data-map]')).toHaveAttribute('data-map', 'live');
		await expectNoEffect(page, frame);
		await send(page, { ...signature, do: 'select', id: 'border-camp' });
		await expect(frame.locator('[data-popup="border-camp"]')).toBeVisible();
		expect(await receivedSelections(page)).toEqual([]);
		await send(page, { ...signature, do: 'listen' });
		await expect
			.poll(() => receivedSelections(page))
			.toEqual([{ ...signature, is: 'selection', id: 'border-camp' }]);
		await send(page, { ...signature, do: 'clear' });
		await expect(frame.locator('[data-popup]:visible')).toHaveCount(0);
		await send(page, { ...signature, do: 'select', id: 'going-to-germany' });
		await expect(frame.locator('.passage:has(#going-to-germany:target)')).toBeInViewport();
		await expect
			.poll(async () => (await receivedSelections(page)).slice(1))
			.toEqual([
				{ ...signature, is: 'selection' },
				{ ...signature, is: 'selection', id: 'going-to-germany' }
			]);
		expect(errors).toEqual([]);
	});

/** Meaningless messages change nothing in the embed, and the host receives at most a few heights. */
async function expectNoEffect(page: Page, frame: FrameLocator): Promise<void> {
	const state = (): Promise<string> =>
		frame.locator('html').evaluate((html) => {
			const boxes = [...html.querySelectorAll('input')].map(({ checked }) => checked);
			const dataset = [html, html.querySelector<HTMLElement>('[data-map]')!].map((part) => part.dataset);
			return JSON.stringify([
				...[dataset, boxes, location.href, history.length, scrollY, html.textContent?.length],
				...[html.querySelector('main')?.scrollTop, document.title, 'polluted' in {}]
			]);
		});
	const before = await state();
	const receivedBefore = (await received(page)).length;
	await page.evaluate(createGenerator);
	await page.evaluate(addForeignMessages);
	await page.evaluate(addInvalidCommands);
	await page.evaluate(sendMeaninglessMessages, COUNT);
	await expect
		.poll(
			() =>
				frame
					.locator('html')
					.evaluate(() => (globalThis as unknown as { received: unknown[] }).received.length),
			{ timeout: 60_000 }
		)
		.toBeGreaterThanOrEqual(COUNT);
	await expect.poll(state).toBe(before);
	// The height may still change with the fonts.
	const isHeight = (answer: unknown): boolean =>
		/"datawrapper-height"|"embed-size"/.test(JSON.stringify(answer));
	const answers = (await received(page)).slice(receivedBefore).filter((answer) => !isHeight(answer));
	for (const answer of answers) expect(answer).toMatch(/^\[iFrameSizer\]host:\d+:\d+:(init|size)$/);
	// The embed answers at most ten times a second.
	expect(answers.length).toBeLessThan(100);
}

/** Global variables of the host page, with which it makes the messages. */
interface MessageGenerator {
	/** A pseudo-random integer from 0 up to `below`, the same in every run. */
	random: (below: number) => number;
	kinds: (() => unknown)[];
}

/** Runs in the host page. */
function createGenerator(): void {
	let seed = 42;
	const random = (below: number): number => {
		seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
		return Math.floor((seed / 2 ** 32) * below);
	};
	Object.assign(globalThis, { random, kinds: [] } satisfies MessageGenerator);
}

/** Runs in the host page: values of all kinds, and messages of resizers. */
function addForeignMessages(): void {
	const { random, kinds } = globalThis as unknown as MessageGenerator;
	kinds.push(
		() => null,
		() => undefined,
		() => random(1e6) - 5e5,
		() => NaN,
		() => 'x'.repeat(10 ** random(6)),
		() => String.fromCharCode(random(65536), random(65536)),
		() => '[iFrameSizer]host:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true',
		() =>
			['[iFrameSizer]resize', '[iFrameSizer]reset', '[iFrameSizer]moveToAnchor', '[iFrameSizer]'][random(4)],
		() => `[iFrameSizer]${'a'.repeat(random(90))}:x`,
		() => '[iFrameResizerChild]Ready',
		() => ['width', 'navigateTo', 'scrollTo', 'height'].map((what) => `pymxPYMx${what}xPYMx900`)[random(4)],
		() => 'pymxPYMxhostxPYMxnavigateToxPYMxhttps://example.org/',
		() => ({ 'datawrapper-height': { x: random(9999) } }),
		() => ({ sentinel: 'amp', type: 'embed-size', height: random(9999) }),
		() => JSON.stringify({ context: 'iframe.resize', height: 10 })
	);
}

/** Runs in the host page: messages that resemble commands. */
function addInvalidCommands(): void {
	const { random, kinds } = globalThis as unknown as MessageGenerator;
	const signature = { type: 'border-passages', version: 1 };
	const select = { ...signature, do: 'select', id: 'border-camp' };
	const prototype = JSON.parse(
		'{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'
	) as object;
	const cyclic: Record<string, unknown> = { ...select };
	cyclic['self'] = cyclic;
	kinds.push(
		() => JSON.stringify(select),
		() => [select],
		() => new Map(Object.entries(select)),
		() => new Set([select]),
		() => new Date(),
		() => new Error('select'),
		() => new ArrayBuffer(random(1000)),
		() => prototype,
		() => ({ ...select, ...prototype }),
		() => ({ ...select, more: 1 }),
		() => ({ ...select, version: ['1', 2, null, 1.5][random(4)] }),
		() => ({ ...select, type: ['Border-passages', {}, ['border-passages']][random(3)] }),
		() => ({ ...select, do: ['go', 'navigate', '__proto__', 'constructor', 7][random(5)] }),
		() => ({
			...select,
			id: ['', '__proto__', 'map', '#', 'comments', 'said', '../', '*', '<img>', {}, 1][random(11)]
		}),
		() => ({ ...select, id: 'border-camp'.repeat(10 ** (1 + random(4))) }),
		() => ({ ...signature, do: 'listen', id: 'iraq' }),
		() => ({ ...signature, is: 'selection', id: 'border-camp' }),
		() => cyclic
	);
}

/** Runs in the host page: one in ten messages is a valid command, but comes from another frame of the host. */
function sendMeaninglessMessages(count: number): void {
	const { random, kinds } = globalThis as unknown as MessageGenerator;
	const signature = { type: 'border-passages', version: 1 };
	const sibling = document.body.appendChild(document.createElement('iframe'));
	const relay = sibling.contentWindow!.document.createElement('script');
	relay.textContent = 'onmessage = ({ data }) => parent.frames[0].postMessage(data, "*")';
	sibling.contentWindow!.document.head.append(relay);
	for (let index = 0; index < count; index++) {
		if (random(10) === 0)
			sibling.contentWindow!.postMessage(
				random(2) ? { ...signature, do: 'select', id: 'border-camp' } : { ...signature, do: 'listen' },
				'*'
			);
		else frames[0]!.postMessage(kinds[random(kinds.length)]!(), '*');
	}
}
