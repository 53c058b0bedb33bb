/** What comes and goes in a page leaves nothing behind: frames with a map, and maps that leave the view. */
import { expect, test, type Page } from '@playwright/test';
import { site } from '../../support/browser/page';
import { rounds } from '../../support/rounds';

test.use({ viewport: { width: 700, height: 500 } });

/** The cycle to whose heap later ones are compared: until then code and caches are still filling it. */
const WARM = rounds(2, 10);
const LIVE = { timeout: 60_000 };

/** Bytes of the page and of its frames, which are of its own site and so share its process. */
async function heap(page: Page): Promise<number> {
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.collectGarbage');
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	await session.detach();
	return usedSize;
}

async function hold(page: Page, cycles: number, cycle: () => Promise<void>): Promise<void> {
	test.setTimeout(180_000 + cycles * 15_000);
	const warnings: string[] = [];
	page.on('console', (message) => {
		if (/too many/i.test(message.text())) warnings.push(message.text());
	});
	page.on('pageerror', ({ message }) => warnings.push(message));
	let warm = 0;
	for (let done = 1; done <= cycles; done++) {
		await cycle();
		if (done === WARM) warm = await heap(page);
	}
	const last = await heap(page);
	test.info().annotations.push({
		type: `heap after ${WARM} and after ${cycles} cycles, in megabytes`,
		description: `${(warm / 1e6).toFixed(1)}, ${(last / 1e6).toFixed(1)}`
	});
	expect(last / warm).toBeLessThanOrEqual(1.2);
	expect(warnings).toEqual([]);
}

/**
 * A page of the site, with a frame in it, stands in for a host of the same site. The map is so high that its first view
 * needs no more of the world: that would come at a time of its own, before one measurement and not yet before the other.
 */
async function addFrame(page: Page): Promise<void> {
	await page.evaluate((address) => {
		const frame = document.createElement('iframe');
		[frame.src, frame.width, frame.height] = [address, '600', '560'];
		document.body.prepend(frame);
	}, `${site()}embed/?start=live&list=off`);
	await expect(page.frameLocator('iframe').locator('[data-map]')).toHaveAttribute('data-map', 'live', LIVE);
}

test('frames that are put in and taken out again leave no context and no memory behind', async ({ page }) => {
	await page.goto(`${site()}places/minsk/`);
	await hold(page, rounds(5, 100), async () => {
		await addFrame(page);
		await page.locator('iframe').evaluate((frame) => frame.remove());
	});
});

test('a map that leaves the view and comes back leaves no context and no memory behind', async ({ page }) => {
	await page.goto(`${site()}places/minsk/`);
	await addFrame(page);
	await page.evaluate(() => (document.body.style.paddingBlockEnd = '3000px'));
	const map = page.frameLocator('iframe').locator('[data-map]');
	await hold(page, rounds(5, 100), async () => {
		await page.evaluate(() => scrollTo(0, 2500));
		await expect(map).toHaveAttribute('data-map', 'still');
		await page.evaluate(() => scrollTo(0, 0));
		await expect(map).toHaveAttribute('data-map', 'live', LIVE);
	});
});
