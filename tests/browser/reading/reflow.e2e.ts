/** Pages at 400 % zoom, with large text, forced colours, reduced motion, and in a right-to-left document. */
import { expect, test, type Page } from '@playwright/test';
import { expectHydrated, viewButton } from '../../support/browser/alive';
import { expectCard, openCards, openLive, site, story } from '../../support/browser/page';
import { readQuotes } from '../../support/browser/read';
import { firstOf } from '../../support/rounds';

const quotes = story.passages.filter(({ voice }) => voice !== 'comment').map(({ quote }) => quote);

for (const path of firstOf(['#border-camp', 'embed/', '', 'embed/#border-camp'], 2)) {
	// 1280 x 1024 at 400 %: WCAG 1.4.10.
	test(`at 320 x 256 /${path} does not scroll horizontally, and all quotes can be read`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 256 });
		await page.goto(site() + path);
		await expectHydrated(page);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
		if (path !== 'embed/#border-camp') expect(await readQuotes(page)).toEqual(quotes);
		const overflowing = await page.evaluate(() =>
			[...document.querySelectorAll('blockquote, h1, h2, .kind, figcaption')]
				.filter((element) => element.getBoundingClientRect().right > 321)
				.map(({ textContent }) => textContent)
		);
		expect(overflowing).toEqual([]);
		if (!path.includes('#')) return;
		const quote = openCards(page).locator('blockquote').first();
		await quote.scrollIntoViewIfNeeded();
		await expect(quote).toBeInViewport({ ratio: 0.4 });
	});
}

test('at twice the text size all quotes can be read without horizontal scrolling', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 1024 });
	await page.goto(site());
	await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
	expect(await page.locator('main blockquote:visible').allTextContents()).toEqual(quotes);
});

test.describe('with the map live', () => {
	let page: Page;
	test.beforeAll(async ({ browser }) => {
		page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		await openLive(page, '#border-camp');
	});
	test.afterAll(() => page.close());

	test('with forced colours the quotes have the text colour of the reader', async () => {
		await page.emulateMedia({ forcedColors: 'active' });
		const colours = await openCards(page)
			.locator('blockquote')
			.first()
			.evaluate((quote) => [getComputedStyle(quote).color, getComputedStyle(document.body).color]);
		expect(colours[0]).toBe(colours[1]);
		await expect(page.locator('.ground .maplibregl-canvas')).toBeVisible();
		await page.emulateMedia({ forcedColors: 'none' });
	});

	test('with reduced motion the camera moves without animation', async () => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		const scale = page.locator('.maplibregl-ctrl-scale');
		const before = await scale.textContent();
		// Without animation the scale has its final value after two frames.
		const after = await viewButton(page, story.views[1]!.label).evaluate(async (button: HTMLElement) => {
			button.click();
			await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
			return document.querySelector('.maplibregl-ctrl-scale')?.textContent;
		});
		expect(after).not.toBe(before);
		await expect(scale).toHaveText(after ?? '');
	});

	test('in a right-to-left document the card is completely on the map', async () => {
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
