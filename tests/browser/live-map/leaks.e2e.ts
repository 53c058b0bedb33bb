/** Memory and WebGL contexts after frames with a map are removed, and after maps leave the viewport. */
import { expect, test, type Page } from '@playwright/test';
import { site } from '../../support/browser/page';
import { ALL_ROUNDS, rounds } from '../../support/rounds';

test.use({ viewport: { width: 700, height: 500 } });

/** The number of cycles after which the heap is first measured. Until then it grows with code and caches. */
const WARM_UP = rounds(2, 10);
const LIVE = { timeout: 60_000 };

/** Bytes in use by the page and its frames. They are of the same site, so they share a process. */
async function heapSize(page: Page): Promise<number> {
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.collectGarbage');
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	await session.detach();
	return usedSize;
}

/** Repeats something; afterwards the heap may be at most 1.2 times its size after the warm-up. */
async function expectNoLeak(page: Page, cycles: number, cycle: () => Promise<void>): Promise<void> {
	test.setTimeout(180_000 + cycles * 15_000);
	const warnings: string[] = [];
	page.on('console', (message) => {
		if (/too many/i.test(message.text())) warnings.push(message.text());
	});
	page.on('pageerror', ({ message }) => warnings.push(message));
	let sizeAfterWarmUp = 0;
	for (let done = 1; done <= cycles; done++) {
		await cycle();
		if (done === WARM_UP) sizeAfterWarmUp = await heapSize(page);
	}
	const finalSize = await heapSize(page);
	test.info().annotations.push({
		type: `heap after ${WARM_UP} and after ${cycles} cycles, in megabytes`,
		description: `${(sizeAfterWarmUp / 1e6).toFixed(1)}, ${(finalSize / 1e6).toFixed(1)}`
	});
	expect(finalSize / sizeAfterWarmUp).toBeLessThanOrEqual(1.2);
	expect(warnings).toEqual([]);
}

/**
 * Adds an embed to a page of the site, which is the host. The frame is so high that the first view does not need the
 * data of the whole world. That data would arrive at some time between the two measurements.
 */
async function addFrame(page: Page): Promise<void> {
	await page.evaluate((url) => {
		const frame = document.createElement('iframe');
		[frame.src, frame.width, frame.height] = [url, '600', '560'];
		document.body.prepend(frame);
	}, `${site()}embed/?start=live&list=off`);
	await expect(page.frameLocator('iframe').locator('[data-map]')).toHaveAttribute('data-map', 'live', LIVE);
}

test(
	'frames that are added and removed again leave no WebGL context and no memory behind',
	ALL_ROUNDS,
	async ({ page }) => {
		await page.goto(`${site()}places/minsk/`);
		await expectNoLeak(page, rounds(5, 100), async () => {
			await addFrame(page);
			await page.locator('iframe').evaluate((frame) => frame.remove());
		});
	}
);

test(
	'a map that leaves the viewport and returns leaves no WebGL context and no memory behind',
	ALL_ROUNDS,
	async ({ page }) => {
		await page.goto(`${site()}places/minsk/`);
		await addFrame(page);
		await page.evaluate(() => (document.body.style.paddingBlockEnd = '3000px'));
		const map = page.frameLocator('iframe').locator('[data-map]');
		await expectNoLeak(page, rounds(5, 100), async () => {
			await page.evaluate(() => scrollTo(0, 2500));
			await expect(map).toHaveAttribute('data-map', 'still');
			await page.evaluate(() => scrollTo(0, 0));
			await expect(map).toHaveAttribute('data-map', 'live', LIVE);
		});
	}
);
