/** Many frames in one page: a browser gives a site some sixteen WebGL contexts and takes the oldest away for more. */
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { expectPassages, expectState, iframe, openHost } from '../../support/browser/host';
import { rounds } from '../../support/rounds';

test.use({ viewport: { width: 800, height: 540 } });

/** More than may be live, and with `FAULT_ROUNDS=all` more than the browser has contexts. */
const COUNT = rounds(8, 20);
const MOST = 6;
const column = (): string =>
	Array.from({ length: COUNT }, (_, index) => `<p>Text ${index}</p>${iframe()}`)
		.join('')
		.replaceAll('width="900" height="640"', 'width="360" height="300"');

interface Contexts {
	live: number;
	most: number;
	/** What the browser has said of contexts that it took away. */
	taken: string[];
}

/** Counts the WebGL contexts of the page and its frames: those that were got and are not lost. */
async function countContexts(page: Page): Promise<Contexts> {
	const contexts: Contexts = { live: 0, most: 0, taken: [] };
	await page.exposeFunction('countContext', (change: number) => {
		contexts.live += change;
		contexts.most = Math.max(contexts.most, contexts.live);
	});
	await page.addInitScript(() => {
		const { countContext } = globalThis as unknown as { countContext: (change: number) => void };
		const getContext = HTMLCanvasElement.prototype.getContext as (...asked: unknown[]) => unknown;
		const counted = new WeakSet<object>();
		HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...asked: unknown[]) {
			const context = getContext.apply(this, asked);
			if (asked[0] !== 'webgl2' || !context || counted.has(context)) return context;
			counted.add(context);
			countContext(1);
			this.addEventListener('webglcontextlost', () => countContext(-1));
			this.addEventListener('webglcontextrestored', () => countContext(1));
			return context;
		} as typeof getContext as typeof HTMLCanvasElement.prototype.getContext;
	});
	page.on('console', (message) => {
		if (/WebGL context/i.test(message.text())) contexts.taken.push(message.text());
	});
	return contexts;
}

test(`of ${COUNT} frames each is live when it is in view, and few at a time`, async ({ page }) => {
	test.setTimeout(600_000);
	const contexts = await countContexts(page);
	await openHost(page, column());
	const frameOf = (index: number): FrameLocator => page.frameLocator('iframe').nth(index);
	const show = async (index: number): Promise<void> => {
		const frame = page.locator('iframe').nth(index);
		await frame.evaluate((frame) => frame.scrollIntoView({ block: 'center' }));
		await expectState(frameOf(index), 'live');
	};
	const first = frameOf(0);
	await show(0);
	const scale = first.locator('.maplibregl-ctrl-scale');
	const asBuilt = await scale.textContent();
	await first.getByRole('button', { name: 'Zoom in' }).click();
	await expect(scale).not.toHaveText(asBuilt!);
	const asLeft = await scale.textContent();
	for (let index = 0; index < COUNT; index++) {
		await show(index);
		await expectPassages(frameOf(index));
	}
	// Back up, in view for a moment only, as a reader scrolls.
	for (let index = COUNT - 1; index > 0; index--)
		await page
			.locator('iframe')
			.nth(index)
			.evaluate(
				(frame) =>
					new Promise<void>((done) => {
						frame.scrollIntoView({ block: 'center' });
						requestAnimationFrame(() => requestAnimationFrame(() => done()));
					})
			);
	await show(0);
	await expect(scale).toHaveText(asLeft!);
	expect(contexts.most).toBeLessThanOrEqual(MOST);
	expect(contexts.taken).toEqual([]);
});

/** Three in a row, and so low that only some of the map is in each. */
const SMALL = 9;
const small = (): string =>
	iframe().replace('width="900" height="640"', 'width="240" height="300"').repeat(SMALL);

test(`of ${SMALL} small frames that are all in view few are live, and one that is touched`, async ({
	page
}) => {
	test.setTimeout(600_000);
	const contexts = await countContexts(page);
	await page.setViewportSize({ width: 730, height: 920 });
	await openHost(page, small());
	const frames = Array.from({ length: SMALL }, (_, index) => page.frameLocator('iframe').nth(index));
	const states = (): Promise<(string | null)[]> =>
		Promise.all(frames.map((frame) => frame.locator('[data-map]').getAttribute('data-map')));
	const living = async (): Promise<number> => (await states()).filter((state) => state === 'live').length;
	await expect.poll(living, { timeout: 240_000 }).toBe(MOST);
	expect(contexts.taken).toEqual([]);
	const still = (await states()).indexOf('still');
	await expect(frames[still]!.locator('.still svg')).toBeVisible();
	await frames[still]!.locator('.ground').click({ position: { x: 100, y: 40 } });
	await expectState(frames[still]!, 'live');
	await expect.poll(living, { timeout: 240_000 }).toBe(MOST);
	expect(await states()).not.toContain('lost');
});
