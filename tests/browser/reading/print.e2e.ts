import { expect, test, type Page } from '@playwright/test';
import { expectQuotes } from '../../support/browser/faults';
import { openCards, openLive, site } from '../../support/browser/page';

const PAGES = ['', 'embed/'];

/** The text of a PDF's pages cannot be read without a library; that each passage has its own is in the page's print view. */
async function expectPrintable(page: Page): Promise<void> {
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.still svg')).toBeVisible();
	await expect(page.locator('[data-popup]:visible')).toHaveCount(0);
	await expect(page.locator('button:visible')).toHaveCount(0);
	await expectQuotes(page);
	// What is cut off by a box that scrolls on a screen is not printed.
	const cut = await page.locator('main').evaluate((main) => main.scrollHeight - main.clientHeight);
	expect(cut).toBeLessThanOrEqual(1);
	// Blank pages hold no fonts; Chromium 156 printed nothing else around a size container.
	const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
	expect(pdf).toContain('/FontFile');
}

for (const path of PAGES) {
	test.describe(`/${path} prints with every passage and a map`, () => {
		test('when that is live and a card open, and when its context is lost', async ({ page }) => {
			await openLive(page, `${path}#border-camp`);
			await expectPrintable(page);
			await page.emulateMedia({ media: 'screen' });
			await expect(openCards(page)).toHaveCount(1);
			await page.keyboard.press('Escape');
			await expect(openCards(page)).toHaveCount(0);
			// What is printed is not in view, and a map that is not may stop.
			await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'live', { timeout: 60_000 });
			await page.evaluate(() => {
				const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas');
				canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
			});
			await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'lost');
			await expectPrintable(page);
		});

		test.describe('when there is no script', () => {
			test.use({ javaScriptEnabled: false });

			test('at all', async ({ page }) => {
				await page.goto(site() + path);
				await expectPrintable(page);
			});
		});
	});
}
