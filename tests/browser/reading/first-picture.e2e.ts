/** What a page shows before its script is loaded, and while the live map is loading. */
import { expect, test } from '@playwright/test';
import { ENTRY_SCRIPT, WORKER } from '../../support/browser/alive';
import { expectCard, site } from '../../support/browser/page';
import { expectStillMap } from '../../support/browser/faults';
import { ALL_ROUNDS } from '../../support/rounds';

for (const [query, quotes] of [
	['', 0],
	['#border-camp', 1],
	['?start=live', 0]
] as const)
	test(`the first frame of the whole /embed/${query} shows the still map and the card of the URL`, async ({
		page
	}) => {
		await page.addInitScript(() =>
			document.addEventListener('DOMContentLoaded', () =>
				requestAnimationFrame(() => {
					const countVisible = (selector: string): number =>
						[...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).length;
					Object.assign(window, {
						first: {
							isNamed: countVisible('.still a[data-place="border-camp"] text') > 0,
							quotes: countVisible('.card blockquote')
						}
					});
				})
			)
		);
		// The script never arrives.
		await page.route(ENTRY_SCRIPT, () => undefined);
		await page.goto(`${site()}embed/${query}`, { waitUntil: 'commit' });
		const visible = await page.waitForFunction(() => 'first' in window && { first: window.first });
		expect(await visible.jsonValue()).toEqual({ first: { isNamed: true, quotes } });
	});

test('a click on the still map opens a card while the live map is loading', ALL_ROUNDS, async ({ page }) => {
	let release = (): void => undefined;
	const released = new Promise<void>((resolve) => (release = resolve));
	await page.route(WORKER, async (route) => {
		await released;
		await route.continue();
	});
	await page.goto(`${site()}embed/?start=live`);
	await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'loading');
	await expectStillMap(page);
	await page.locator('.still a[data-place="border-camp"] .target').click();
	await expectCard(page, 'border-camp');
	release();
	await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'live');
	await expectCard(page, 'border-camp');
});
