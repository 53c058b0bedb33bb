import { expect, test, type Page } from '@playwright/test';
import { openLive, site, story } from './page';

/** The text of a PDF's pages cannot be read without a library; that each passage has its own is in the page's print view. */
async function expectPrintable(page: Page): Promise<void> {
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.still svg')).toBeVisible();
	await expect(page.locator('[data-popup]:visible')).toHaveCount(0);
	const shown = await page.locator('main ol blockquote').locator('visible=true').allTextContents();
	expect(shown).toEqual(story.passages.filter(({ voice }) => voice !== 'comment').map(({ quote }) => quote));
	// Blank pages hold no fonts; Chromium 156 printed nothing else around a size container.
	const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
	expect(pdf).toContain('/FontFile');
}

test('the page prints with every passage and a map, live and with a card open', async ({ page }) => {
	await openLive(page, '#border-camp');
	await expectPrintable(page);
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('the page prints with every passage and a map', async ({ page }) => {
		await page.goto(site());
		await expectPrintable(page);
	});
});
