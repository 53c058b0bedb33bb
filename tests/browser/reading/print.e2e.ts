/** Printing. */
import { expect, test, type Page } from '@playwright/test';
import { expectQuotes } from '../../support/browser/faults';
import { openCards, openLive, site, story } from '../../support/browser/page';
import { firstOf, ALL_ROUNDS } from '../../support/rounds';

const PAGES = ['', 'embed/'];

/** Checks the page in print media. The text of the PDF itself cannot be checked without a library. */
async function expectPrintable(page: Page): Promise<void> {
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.still svg')).toBeVisible();
	await expect(page.locator('[data-popup]:visible')).toHaveCount(0);
	await expect(page.locator('button:visible')).toHaveCount(0);
	await expectQuotes(page);
	// Content that overflows an element would not be printed.
	const overflow = await page.locator('main').evaluate((main) => main.scrollHeight - main.clientHeight);
	expect(overflow).toBeLessThanOrEqual(1);
	// A PDF of blank pages has no fonts. Chromium 156 prints blank pages if there is a size container.
	const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
	expect(pdf).toContain('/FontFile');
}

for (const path of ['', 'embed/', 'places/border-camp/', `view/${story.views[0]?.id}/`])
	test(`/${path} prints dark on white in two columns, whatever the theme, and no controls`, async ({
		page
	}) => {
		await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
		await page.goto(`${site()}${path}#border-camp`);
		await page.locator('html').evaluate((root) => (root.dataset['theme'] = 'dark'));
		const root = page.locator('html');
		await expect(root).toHaveCSS('background-color', 'rgb(255, 255, 255)');
		await expect(root).toHaveCSS('color', 'rgb(21, 25, 28)');
		await expect(page.locator('.still svg').first()).toBeVisible();
		await expect(page.locator('button:visible, input:visible, [data-legend] summary:visible')).toHaveCount(0);
		if (path !== '' && path !== 'embed/') return;
		await expect(page.locator('main ol.list')).toHaveCSS('column-count', '2');
		await expect(page.locator('main .passage').first()).toHaveCSS('break-inside', 'avoid');
		await expect(page.locator('main blockquote').first()).toHaveCSS('font-size', /^15\.3/);
		const key = page.locator('[data-legend]');
		for (const label of story.layers.flatMap(({ statuses }) => statuses.map((status) => status.label)))
			await expect(key.locator('li', { hasText: label }).first()).toBeVisible();
	});

for (const path of firstOf(PAGES)) {
	test.describe(`/${path} prints every passage and a map`, () => {
		test(
			'with the live map and an open card, and after the map has lost its context',
			ALL_ROUNDS,
			async ({ page }) => {
				await openLive(page, `${path}#border-camp`);
				await expectPrintable(page);
				await page.emulateMedia({ media: 'screen' });
				await expect(openCards(page)).toHaveCount(1);
				await page.keyboard.press('Escape');
				await expect(openCards(page)).toHaveCount(0);
				// Printing may take the map out of view, and then it stops for a moment.
				await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'live', { timeout: 60_000 });
				await page.evaluate(() => {
					const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas');
					canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
				});
				await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'lost');
				await expectPrintable(page);
			}
		);

		test.describe('without script', () => {
			test.use({ javaScriptEnabled: false });

			test('too', async ({ page }) => {
				await page.goto(site() + path);
				await expectPrintable(page);
			});
		});
	});
}
