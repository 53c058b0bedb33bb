/**
 * Many embeds in one host page. Browsers allow about 16 WebGL contexts for a site, and take the oldest away for more.
 */
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { expectPassages, expectState, iframe, openHost } from '../../support/browser/host';
import { ALL_ROUNDS, rounds } from '../../support/rounds';

test.use({ viewport: { width: 800, height: 540 } });

/** More than the maximum of live maps, and with `FAULT_ROUNDS=all` more than the browser allows contexts. */
const COUNT = rounds(8, 20);
/** As in webgl-contexts.ts. */
const MAX_MAPS = 6;
const column = (): string =>
	Array.from({ length: COUNT }, (_, index) => `<p>Text ${index}</p>${iframe()}`)
		.join('')
		.replaceAll('width="900" height="640"', 'width="360" height="300"');

interface Contexts {
	current: number;
	maximum: number;
	/** Messages of the browser about contexts that it has taken away. */
	warnings: string[];
}

/** Counts the WebGL contexts of the page and its frames that are not lost. */
async function countContexts(page: Page): Promise<Contexts> {
	const contexts: Contexts = { current: 0, maximum: 0, warnings: [] };
	await page.exposeFunction('countContext', (change: number) => {
		contexts.current += change;
		contexts.maximum = Math.max(contexts.maximum, contexts.current);
	});
	await page.addInitScript(() => {
		const { countContext } = globalThis as unknown as { countContext: (change: number) => void };
		const getContext = HTMLCanvasElement.prototype.getContext as (...args: unknown[]) => unknown;
		const counted = new WeakSet<object>();
		HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
			const context = getContext.apply(this, args);
			if (args[0] !== 'webgl2' || !context || counted.has(context)) return context;
			counted.add(context);
			countContext(1);
			this.addEventListener('webglcontextlost', () => countContext(-1));
			this.addEventListener('webglcontextrestored', () => countContext(1));
			return context;
		} as typeof getContext as typeof HTMLCanvasElement.prototype.getContext;
	});
	page.on('console', (message) => {
		if (/WebGL context/i.test(message.text())) contexts.warnings.push(message.text());
	});
	return contexts;
}

test(
	`each of ${COUNT} embeds is live when it is in view, and never more than ${MAX_MAPS} at once`,
	ALL_ROUNDS,
	async ({ page }) => {
		test.setTimeout(600_000);
		const contexts = await countContexts(page);
		await openHost(page, column());
		const frameOf = (index: number): FrameLocator => page.frameLocator('iframe').nth(index);
		const scrollTo = async (index: number): Promise<void> => {
			const frame = page.locator('iframe').nth(index);
			await frame.evaluate((frame) => frame.scrollIntoView({ block: 'center' }));
			await expectState(frameOf(index), 'live');
		};
		const first = frameOf(0);
		await scrollTo(0);
		const scale = first.locator('.maplibregl-ctrl-scale');
		const initialScale = await scale.textContent();
		await first.getByRole('button', { name: 'Zoom in' }).click();
		await expect(scale).not.toHaveText(initialScale!);
		const zoomedScale = await scale.textContent();
		for (let index = 0; index < COUNT; index++) {
			await scrollTo(index);
			await expectPassages(frameOf(index));
		}
		// Back up, with each in view for two frames only, as when a reader scrolls.
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
		await scrollTo(0);
		await expect(scale).toHaveText(zoomedScale!);
		expect(contexts.maximum).toBeLessThanOrEqual(MAX_MAPS);
		expect(contexts.warnings).toEqual([]);
	}
);

/** Three embeds in a row, so small that all are in view at once. */
const SMALL_COUNT = 9;
const smallEmbeds = (): string =>
	iframe().replace('width="900" height="640"', 'width="240" height="300"').repeat(SMALL_COUNT);

test(
	`of ${SMALL_COUNT} small embeds that are all in view, ${MAX_MAPS} are live, including one that is touched`,
	ALL_ROUNDS,
	async ({ page }) => {
		test.setTimeout(600_000);
		const contexts = await countContexts(page);
		await page.setViewportSize({ width: 730, height: 920 });
		await openHost(page, smallEmbeds());
		const frames = Array.from({ length: SMALL_COUNT }, (_, index) => page.frameLocator('iframe').nth(index));
		const states = (): Promise<(string | null)[]> =>
			Promise.all(frames.map((frame) => frame.locator('[data-map]').getAttribute('data-map')));
		const liveCount = async (): Promise<number> =>
			(await states()).filter((state) => state === 'live').length;
		await expect.poll(liveCount, { timeout: 240_000 }).toBe(MAX_MAPS);
		expect(contexts.warnings).toEqual([]);
		const stillIndex = (await states()).indexOf('still');
		await expect(frames[stillIndex]!.locator('.still svg')).toBeVisible();
		await frames[stillIndex]!.locator('.ground').click({ position: { x: 100, y: 40 } });
		await expectState(frames[stillIndex]!, 'live');
		await expect.poll(liveCount, { timeout: 240_000 }).toBe(MAX_MAPS);
		expect(await states()).not.toContain('lost');
	}
);
