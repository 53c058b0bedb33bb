/** Pages whose script is switched off, fails, or is not loaded because the page was saved to disk. */
import { pathToFileURL } from 'node:url';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectNotHydrated, MAP_SCRIPT, ENTRY_SCRIPT } from '../../support/browser/alive';
import { expectFailureMessage, expectQuotes, expectStillMap } from '../../support/browser/faults';
import { expectCard, expectedPassages, openCards, site, story } from '../../support/browser/page';
import { everyNth, firstOf } from '../../support/rounds';

const PAGES = ['', 'embed/'];

/** All quotes can be read, and links in the list and on the still map open and close cards. */
async function expectReadable(page: Page): Promise<void> {
	await expectQuotes(page);
	await expectStillMap(page);
	await page.locator('main a[href="#border-camp"]').first().click();
	await expectCard(page, 'border-camp');
	await page.locator('[data-popup="border-camp"] .close').click();
	await expect(openCards(page)).toHaveCount(0);
	// A sign is drawn for each of three sizes of the map; one of them is shown.
	const sign = page.locator('.still a[data-place="bobrowniki-bierestowica-road"] .target');
	await sign.locator('visible=true').click();
	await expect(page.locator('[data-popup="bobrowniki-bierestowica-road"]')).toBeVisible();
}

const firstHalf = (text: string): string => text.slice(0, text.length / 2);

for (const path of firstOf(PAGES)) {
	test.describe(`/${path}`, () => {
		test.describe('with script switched off', () => {
			test.use({ javaScriptEnabled: false });

			test('can be read, and links open its cards', async ({ page }) => {
				await page.goto(site() + path);
				await expectReadable(page);
			});
		});

		for (const [name, damage] of [
			['is cut off in the middle', firstHalf],
			['throws at its first line', (text: string) => `throw new Error('First');${text}`]
		] as const)
			test(`can be read, and links open its cards, if the script ${name}`, async ({ page }) => {
				await page.route(ENTRY_SCRIPT, async (route) => {
					const response = await route.fetch();
					await route.fulfill({ response, body: damage(await response.text()) });
				});
				const error = page.waitForEvent('pageerror');
				await page.goto(site() + path);
				await error;
				await expectReadable(page);
				await expectNotHydrated(page);
				await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'still');
			});

		test('says that there is no live map if its script is cut off', async ({ page }) => {
			const errors: string[] = [];
			page.on('pageerror', ({ message }) => errors.push(message));
			await page.route(MAP_SCRIPT, async (route) => {
				const response = await route.fetch();
				await route.fulfill({ response, body: firstHalf(await response.text()) });
			});
			await page.goto(site() + path);
			await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'unavailable');
			await expectFailureMessage(page);
			await expectReadable(page);
			expect(errors).toEqual([]);
		});
	});
}

test.describe('saved to disk', () => {
	let folder = '';
	test.beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'saved-'));
		cpSync(new URL('../../../build', import.meta.url), folder, { recursive: true });
	});
	test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

	for (const javaScriptEnabled of [false, true]) {
		test.describe(
			javaScriptEnabled ? 'with script, which browsers block for such files' : 'without script',
			() => {
				test.use({ javaScriptEnabled });

				test('links lead to every passage of every place', async ({ page }) => {
					const index = pathToFileURL(join(folder, 'index.html')).href;
					await page.goto(index);
					await expectReadable(page);
					for (const { id } of everyNth(story.places, 5)) {
						await page.locator(`main a[href="#${id}"]`).locator('visible=true').first().click();
						await expect(openCards(page)).toHaveCount(1);
						const card = page.locator(`[data-popup="${id}"]`);
						// The card of a crossing links to that of its line, which has the passages.
						const line = card.locator('.notice a[href^="#"]');
						if (await line.count()) await line.click();
						const quotes = await openCards(page).locator('li blockquote').allTextContents();
						expect(quotes, id).toEqual(expectedPassages(id).map(({ quote }) => quote));
						await openCards(page).locator('.close').click();
					}
				});
			}
		);
	}
});
