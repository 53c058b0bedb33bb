/** The console stays empty: no errors, no warnings, and no hydration mismatches. */
import { expect, test, type Page } from '@playwright/test';
import { expectHydrated } from '../../support/browser/alive';
import { expectState, iframe, openHost } from '../../support/browser/host';
import { expectCard, openLive } from '../../support/browser/page';
import { firstOf, ALL_ROUNDS } from '../../support/rounds';

/** A performance warning that Chromium without a GPU logs for any WebGL canvas. */
const GPU_WARNING = /GPU stall due to ReadPixels/;

function recordConsole(page: Page): string[] {
	const messages: string[] = [];
	page.on('console', (message) => {
		if (!GPU_WARNING.test(message.text())) messages.push(`${message.type()}: ${message.text()}`);
	});
	page.on('pageerror', ({ message }) => messages.push(message));
	return messages;
}

const FRAGMENTS = ['#border-camp', '', '#bobrowniki-bierestowica-road', '#going-to-germany'];

for (const fragment of firstOf(FRAGMENTS))
	test(`page, frame and sandboxed frame at "${fragment}" log nothing`, async ({ page }) => {
		const messages = recordConsole(page);
		await openLive(page, fragment);
		for (const attributes of ['', 'sandbox="allow-scripts"']) {
			await openHost(page, iframe(fragment, attributes));
			await expectState(page.frameLocator('iframe'), 'live');
			await expectHydrated(page.frameLocator('iframe'));
		}
		expect(messages).toEqual([]);
	});

test('a page whose islands are all hydrated logs nothing', ALL_ROUNDS, async ({ page }) => {
	const messages = recordConsole(page);
	await openLive(page, '#border-camp');
	for (const place of ['iraq', 'bobrowniki-bierestowica-road']) {
		await page.locator(`main section a[data-place="${place}"]`).click();
		await expectCard(page, place);
	}
	await page.locator('main ol a').first().hover();
	await page.getByRole('button', { name: 'Embed the map' }).click();
	await expect(page.locator('dialog iframe').contentFrame().locator('[data-map]')).toBeVisible();
	const notHydrated = page.locator('[data-island]:not([data-island="card"]):not([data-alive])');
	await expect(notHydrated).toHaveCount(0);
	expect(messages).toEqual([]);
});
