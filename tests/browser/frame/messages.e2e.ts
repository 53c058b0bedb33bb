/** What a host page may say to the frame, and that nothing else it or anybody says does anything. */
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { expectState, iframe, openHost } from '../../support/browser/host';

const COUNT = 10_000;

/** Says this to the frame, as its host. */
const say = (page: Page, message: unknown): Promise<void> =>
	page.evaluate((message) => frames[0]!.postMessage(message, '*'), message);

/** Everything the frame has said to its host. */
const said = (page: Page): Promise<unknown[]> =>
	page.evaluate(() => (globalThis as unknown as { said: unknown[] }).said);

const news = async (page: Page): Promise<unknown[]> =>
	(await said(page)).filter((message) => JSON.stringify(message).includes('selection'));

async function openListening(
	page: Page,
	attributes: string
): Promise<{ frame: FrameLocator; faults: string[] }> {
	await page.addInitScript(() => {
		const own = globalThis as unknown as { said: unknown[]; heard: number };
		[own.said, own.heard] = [[], 0];
		addEventListener('message', ({ data }) => {
			own.said.push(data);
			own.heard++;
		});
	});
	const faults = await openHost(page, iframe('', attributes));
	const frame = page.frameLocator('iframe').first();
	await expectState(frame, 'live');
	return { frame, faults };
}

const signed = { type: 'border-passages', version: 1 };

for (const attributes of ['', 'sandbox="allow-scripts"'])
	test(`${COUNT} messages that mean nothing do nothing, and then a host selects, clears and listens ${attributes}`, async ({
		page
	}) => {
		const { frame, faults } = await openListening(page, attributes);
		await frame.getByRole('button', { name: 'Zoom in' }).click();
		await expect(frame.locator('[data-map]')).toHaveAttribute('data-map', 'live');
		await expectUnmoved(page, frame);
		// And it still works.
		await say(page, { ...signed, do: 'select', id: 'border-camp' });
		await expect(frame.locator('[data-popup="border-camp"]')).toBeVisible();
		expect(await news(page)).toEqual([]);
		await say(page, { ...signed, do: 'listen' });
		await expect.poll(() => news(page)).toEqual([{ ...signed, is: 'selection', id: 'border-camp' }]);
		await say(page, { ...signed, do: 'clear' });
		await expect(frame.locator('[data-popup]:visible')).toHaveCount(0);
		await say(page, { ...signed, do: 'select', id: 'going-to-germany' });
		await expect(frame.locator('.passage:has(#going-to-germany:target)')).toBeInViewport();
		await expect
			.poll(async () => (await news(page)).slice(1))
			.toEqual([
				{ ...signed, is: 'selection' },
				{ ...signed, is: 'selection', id: 'going-to-germany' }
			]);
		expect(faults).toEqual([]);
	});

/** By all the junk there is: nothing that can be seen changes, and nothing is told but heights, now and then. */
async function expectUnmoved(page: Page, frame: FrameLocator): Promise<void> {
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
	const already = (await said(page)).length;
	await page.evaluate(sendJunk, COUNT);
	await expect
		.poll(() => frame.locator('html').evaluate(() => (globalThis as unknown as { heard: number }).heard), {
			timeout: 60_000
		})
		.toBeGreaterThanOrEqual(COUNT);
	await expect.poll(state).toBe(before);
	const answers = (await said(page)).slice(already);
	for (const answer of answers) expect(answer).toMatch(/^\[iFrameSizer\]host:\d+:\d+:(init|size)$/);
	// It answers at most ten times a second.
	expect(answers.length).toBeLessThan(100);
}

/** Runs in the host page: from it and from another frame of it, always the same junk in the same order. */
function sendJunk(count: number): void {
	let seed = 42;
	const random = (below: number): number => {
		seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
		return Math.floor((seed / 2 ** 32) * below);
	};
	const sibling = document.body.appendChild(document.createElement('iframe'));
	const stranger = sibling.contentWindow!.document.createElement('script');
	stranger.textContent = 'onmessage = ({ data }) => parent.frames[0].postMessage(data, "*")';
	sibling.contentWindow!.document.head.append(stranger);

	const signed = { type: 'border-passages', version: 1 };
	const select = { ...signed, do: 'select', id: 'border-camp' };
	const prototype = JSON.parse(
		'{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'
	) as object;
	const cyclic: Record<string, unknown> = { ...select };
	cyclic['self'] = cyclic;
	const kinds: (() => unknown)[] = [
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
		() => JSON.stringify({ context: 'iframe.resize', height: 10 }),
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
		() => ({ ...signed, do: 'listen', id: 'iraq' }),
		() => ({ ...signed, is: 'selection', id: 'border-camp' }),
		() => cyclic
	];
	for (let index = 0; index < count; index++) {
		// From a stranger even what the host itself may say.
		if (random(10) === 0)
			sibling.contentWindow!.postMessage(random(2) ? select : { ...signed, do: 'listen' }, '*');
		else frames[0]!.postMessage(kinds[random(kinds.length)]!(), '*');
	}
}
