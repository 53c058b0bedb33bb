/** What 400 % zoom, forced colours, reduced motion and a right-to-left page leave of the words: all of them. */
import { expect, test } from '@playwright/test';
import { openCards, openLive, site, story } from '../support/browser/page';

const spoken = story.passages.filter(({ voice }) => voice !== 'comment').map(({ quote }) => quote);

for (const address of ['', '#border-camp', 'embed/', 'embed/#border-camp']) {
	// 1280 x 1024 at 400 %: WCAG 1.4.10.
	test(`at 320 x 256 nothing of /${address} has to be scrolled sideways`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 256 });
		await page.goto(site() + address);
		await expect(page.locator('html')).toHaveAttribute('data-script', '');
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

test('with forced colours the text keeps the colours the reader has set', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await openLive(page, '#border-camp');
	const colours = await openCards(page)
		.locator('blockquote')
		.first()
		.evaluate((quote) => [getComputedStyle(quote).color, getComputedStyle(document.body).color]);
	expect(colours[0]).toBe(colours[1]);
	await expect(page.locator('.ground .maplibregl-canvas')).toBeVisible();
});

test('with reduced motion the camera does not travel', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openLive(page);
	const scale = page.locator('.maplibregl-ctrl-scale');
	const before = await scale.textContent();
	// Where nothing moves the scale has changed by the next frame, and stays.
	const after = await page.evaluate(async () => {
		document.querySelector<HTMLButtonElement>('[data-view]:nth-of-type(2)')?.click();
		await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
		return document.querySelector('.maplibregl-ctrl-scale')?.textContent;
	});
	expect(after).not.toBe(before);
	await expect(scale).toHaveText(after ?? '');
});

test('in a page that runs from right to left the card and the list are whole', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	await openLive(page, '#iraq');
	await page.evaluate(() => (document.documentElement.dir = 'rtl'));
	await page.evaluate(() => dispatchEvent(new Event('resize')));
	const box = await openCards(page).boundingBox();
	const map = await page.locator('.ground').boundingBox();
	if (!box || !map) throw new Error('Card or map is not laid out.');
	expect(box.x).toBeGreaterThanOrEqual(map.x - 1);
	expect(box.x + box.width).toBeLessThanOrEqual(map.x + map.width + 1);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
});
