/** What 400 % zoom, forced colours, reduced motion and a right-to-left page leave of the words: all of them. */
import { expect, test, type Page } from '@playwright/test';
import { expectAlive, viewButton } from '../../support/browser/alive';
import { expectCard, openCards, openLive, site, story } from '../../support/browser/page';

const spoken = story.passages.filter(({ voice }) => voice !== 'comment').map(({ quote }) => quote);

for (const address of ['', '#border-camp', 'embed/', 'embed/#border-camp']) {
	// 1280 x 1024 at 400 %: WCAG 1.4.10.
	test(`at 320 x 256 nothing of /${address} has to be scrolled sideways`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 256 });
		await page.goto(site() + address);
		await expectAlive(page);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
		expect(await page.locator('main blockquote:visible').allTextContents()).toEqual(spoken);
		const cut = await page.evaluate(() =>
			[...document.querySelectorAll('blockquote, h1, h2, .kind, figcaption')]
				.filter((element) => element.getBoundingClientRect().right > 321)
				.map(({ textContent }) => textContent)
		);
		expect(cut).toEqual([]);
		if (!address.includes('#')) return;
		const quote = openCards(page).locator('blockquote').first();
		await quote.scrollIntoViewIfNeeded();
		await expect(quote).toBeInViewport({ ratio: 0.4 });
	});
}

test('text at twice its size is whole', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 1024 });
	await page.goto(site());
	await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
	expect(await page.locator('main blockquote:visible').allTextContents()).toEqual(spoken);
});

test.describe('with the map live', () => {
	let page: Page;
	test.beforeAll(async ({ browser }) => {
		page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		await openLive(page, '#border-camp');
	});
	test.afterAll(() => page.close());

	test('with forced colours the text keeps the colours the reader has set', async () => {
		await page.emulateMedia({ forcedColors: 'active' });
		const colours = await openCards(page)
			.locator('blockquote')
			.first()
			.evaluate((quote) => [getComputedStyle(quote).color, getComputedStyle(document.body).color]);
		expect(colours[0]).toBe(colours[1]);
		await expect(page.locator('.ground .maplibregl-canvas')).toBeVisible();
		await page.emulateMedia({ forcedColors: 'none' });
	});

	test('with reduced motion the camera does not travel', async () => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		const scale = page.locator('.maplibregl-ctrl-scale');
		const before = await scale.textContent();
		// Where nothing moves the scale has changed by the next frame, and stays.
		const after = await viewButton(page, story.views[1]!.label).evaluate(async (button: HTMLElement) => {
			button.click();
			await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
			return document.querySelector('.maplibregl-ctrl-scale')?.textContent;
		});
		expect(after).not.toBe(before);
		await expect(scale).toHaveText(after ?? '');
	});

	test('in a page that runs from right to left the card and the list are whole', async () => {
		await page.evaluate(() => (location.hash = 'iraq'));
		await expectCard(page, 'iraq');
		await page.evaluate(() => (document.documentElement.dir = 'rtl'));
		await page.evaluate(() => dispatchEvent(new Event('resize')));
		const box = await openCards(page).boundingBox();
		const map = await page.locator('.ground').boundingBox();
		if (!box || !map) throw new Error('Card or map is not laid out.');
		expect(box.x).toBeGreaterThanOrEqual(map.x - 1);
		expect(box.x + box.width).toBeLessThanOrEqual(map.x + map.width + 1);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
	});
});
