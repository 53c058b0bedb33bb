/** What a reader has before any script has come: the map, and the words that the address asks for. */
import { expect, test } from '@playwright/test';
import { SCRIPT, WORKER } from '../../support/browser/alive';
import { expectCard, passagesAt, site } from '../../support/browser/page';
import { expectStillMap } from '../../support/browser/faults';

for (const [asked, quotes] of [
	['', 0],
	['#border-camp', passagesAt('border-camp').length],
	['?start=live', 0]
] as const)
	test(`in the first picture of /embed/${asked} are the still map and the card that is asked for`, async ({
		page
	}) => {
		await page.addInitScript(() =>
			new PerformanceObserver((_, self) => {
				self.disconnect();
				const shown = (selector: string): number =>
					[...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).length;
				Object.assign(window, {
					first: {
						names: shown('.still a[data-place="border-camp"] text'),
						quotes: shown('.card blockquote')
					}
				});
			}).observe({ type: 'paint', buffered: true })
		);
		// What has not come yet cannot be what shows it.
		await page.route(SCRIPT, () => undefined);
		await page.goto(`${site()}embed/${asked}`, { waitUntil: 'commit' });
		const seen = await page.waitForFunction(() => 'first' in window && { first: window.first });
		expect(await seen.jsonValue()).toEqual({ first: { names: 1, quotes } });
	});

test('a press on the still map is answered while the live one is on its way', async ({ page }) => {
	let arrive = (): void => undefined;
	const arrived = new Promise<void>((resolve) => (arrive = resolve));
	await page.route(WORKER, async (route) => {
		await arrived;
		await route.continue();
	});
	await page.goto(`${site()}embed/?start=live`);
	await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'loading');
	await expectStillMap(page);
	await page.locator('.still a[data-place="border-camp"] .target').click();
	await expectCard(page, 'border-camp');
	arrive();
	await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'live');
	await expectCard(page, 'border-camp');
});
