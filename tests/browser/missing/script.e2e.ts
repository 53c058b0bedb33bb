/** Without the page's script, with half of it, and without any server: what is read needs none of it. */
import { pathToFileURL } from 'node:url';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectAsBuilt, MAP_SCRIPT, SCRIPT } from '../../support/browser/alive';
import { expectAnnounced, expectQuotes, expectStillMap } from '../../support/browser/faults';
import { expectCard, expectedPassages, openCards, site, story } from '../../support/browser/page';
import { all } from '../../support/rounds';

const PAGES = ['', 'embed/'];

/** Cards open and close by links alone, from the list and from the still map. */
async function expectReadable(page: Page): Promise<void> {
	await expectQuotes(page);
	await expectStillMap(page);
	await page.locator('main a[href="#border-camp"]').first().click();
	await expectCard(page, 'border-camp');
	await page.locator('[data-popup="border-camp"] .close').click();
	await expect(openCards(page)).toHaveCount(0);
	await page.locator('.still a[data-place="bobrowniki-bierestowica-road"] .target').click();
	await expect(page.locator('[data-popup="bobrowniki-bierestowica-road"]')).toBeVisible();
}

const half = (text: string): string => text.slice(0, text.length / 2);

for (const path of PAGES) {
	test.describe(`/${path}`, () => {
		test.describe('with script switched off', () => {
			test.use({ javaScriptEnabled: false });

			test('can be read, and its cards opened', async ({ page }) => {
				await page.goto(site() + path);
				await expectReadable(page);
			});
		});

		for (const [name, spoil] of [
			['is cut off in the middle', half],
			['throws at its first line', (text: string) => `throw new Error('First');${text}`]
		] as const)
			test(`can be read, and its cards opened, when the script ${name}`, async ({ page }) => {
				await page.route(SCRIPT, async (route) => {
					const response = await route.fetch();
					await route.fulfill({ response, body: spoil(await response.text()) });
				});
				const thrown = page.waitForEvent('pageerror');
				await page.goto(site() + path);
				await thrown;
				await expectReadable(page);
				await expectAsBuilt(page);
				await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'still');
			});

		test('says that there is no moving map when the part of the script that draws it is cut off', async ({
			page
		}) => {
			const errors: string[] = [];
			page.on('pageerror', ({ message }) => errors.push(message));
			await page.route(MAP_SCRIPT, async (route) => {
				const response = await route.fetch();
				await route.fulfill({ response, body: half(await response.text()) });
			});
			await page.goto(site() + path);
			await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'unavailable');
			await expectAnnounced(page);
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
			javaScriptEnabled ? 'with script, which a browser keeps from such files' : 'without script',
			() => {
				test.use({ javaScriptEnabled });

				test('every passage of every place can be reached and read', async ({ page }) => {
					const index = pathToFileURL(join(folder, 'index.html')).href;
					await page.goto(index);
					await expectReadable(page);
					// The browser that keeps the script from running shows what it shows without.
					const few = javaScriptEnabled && !all;
					for (const { id } of story.places.filter((_, index) => !few || index % 5 === 0)) {
						await page.locator(`main a[href="#${id}"]`).locator('visible=true').first().click();
						await expect(openCards(page)).toHaveCount(1);
						const card = page.locator(`[data-popup="${id}"]`);
						// What the article says of the line a crossing lies on is one link further.
						const line = card.locator('.notice a[href^="#"]');
						if (await line.count()) await line.click();
						const shown = await openCards(page).locator('li blockquote').allTextContents();
						expect(shown, id).toEqual(expectedPassages(id).map(({ quote }) => quote));
						await openCards(page).locator('.close').click();
					}
				});
			}
		);
	}
});
