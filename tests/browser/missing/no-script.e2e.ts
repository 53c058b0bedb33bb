/** Pages without script, and the live map without its worker. */
import { expect, test } from '@playwright/test';
import { WORKER, openKey } from '../../support/browser/alive';
import { iframe, openHost } from '../../support/browser/host';
import { expectCard, openCards, site, story } from '../../support/browser/page';
import { firstOf } from '../../support/rounds';

for (const viewport of firstOf([
	{ width: 390, height: 844 },
	{ width: 320, height: 480 }
])) {
	test.describe(`without script at ${viewport.width} x ${viewport.height}`, () => {
		test.use({ viewport, javaScriptEnabled: false });

		test('a link to a place shows its card together with the still map, and a link closes it', async ({
			page
		}) => {
			await page.goto(`${site()}#border-camp`);
			await expectCard(page, 'border-camp');
			const [map, card] = [
				await page.locator('.ground').boundingBox(),
				await page.locator('[data-popup="border-camp"]').boundingBox()
			];
			if (!map || !card) throw new Error('Map or card is not laid out.');
			expect(map.y).toBeGreaterThanOrEqual(0);
			expect(map.y + map.height).toBeLessThanOrEqual(card.y + 8);
			expect(card.y + card.height).toBeLessThanOrEqual(viewport.height + 1);
			expect(map.height).toBeGreaterThan(viewport.height / 3);
			await expect(page.locator('.still a[data-place="border-camp"] text').first()).toBeInViewport();
			await page.locator('[data-popup="border-camp"] .close').click();
			await expect(openCards(page)).toHaveCount(0);
			await expect(page.locator('.still svg')).toBeInViewport();
		});

		test('each view is a link to its own page, whose map links every place that is drawn in it', async ({
			page
		}) => {
			for (const { id, label, places } of story.views) {
				await page.goto(site());
				await page.getByRole('link', { name: label, exact: true }).click();
				await expect(page).toHaveURL(`${site()}view/${id}/`);
				await expect(page.getByRole('heading', { level: 1 })).toHaveText(label);
				await expect(page.locator('.still svg')).toBeInViewport({ ratio: 0.5 });
				for (const place of places) await expect(page.locator(`svg a[href$="#${place}"]`)).not.toHaveCount(0);
				const listed = places.filter((place) =>
					story.places.some(({ id, status }) => id === place && status)
				);
				await expect(page.locator('tbody tr')).toHaveCount(listed.length);
				for (const place of listed)
					await expect(page.locator(`tbody a[data-place="${place}"]`)).toBeVisible();
			}
			await page.locator('svg a[href$="#syria"]').first().dispatchEvent('click');
			await expectCard(page, 'syria');
			// The map in the page does not have the place.
			await expect(page.locator('.still svg')).toBeHidden();
			await page.getByRole('link', { name: story.views[0]?.label ?? '', exact: true }).click();
			await expect(page.locator('.still svg')).toBeVisible();
		});

		test('every passage can be read, and comments when they are switched on', async ({ page }) => {
			await page.goto(site());
			expect(await page.locator('main ol blockquote:visible').allTextContents()).toEqual(
				story.passages.filter(({ voice }) => voice !== 'comment').map(({ quote }) => quote)
			);
			await openKey(page);
			await page.getByRole('checkbox', { name: /comments/ }).check();
			expect(await page.locator('main ol blockquote:visible').allTextContents()).toEqual(
				story.passages.map(({ quote }) => quote)
			);
		});
	});
}

for (const sandboxed of firstOf([false, true]))
	test(`without the worker the page shows the still map and a message, and can start the live map again${sandboxed ? ', in a sandboxed frame too' : ''}`, async ({
		page
	}) => {
		await page.route(WORKER, (route) => route.abort());
		if (sandboxed) await openHost(page, iframe('', 'sandbox="allow-scripts"'));
		else await page.goto(site());
		const target = sandboxed ? page.frameLocator('iframe') : page;
		const map = target.locator('[data-map]');
		await expect(map).toHaveAttribute('data-map', 'unavailable', { timeout: 45_000 });
		await expect(target.locator('.still svg')).toBeVisible();
		await page.unroute(WORKER);
		await target.getByRole('button', { name: 'Try again' }).click();
		await expect(map).toHaveAttribute('data-map', 'live', { timeout: 60_000 });
	});
