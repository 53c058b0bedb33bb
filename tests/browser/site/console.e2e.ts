/** The console says nothing, wherever the map stands and whatever its address asks for: no hydration goes wrong. */
import { expect, test, type Page } from '@playwright/test';
import { expectAlive } from '../../support/browser/alive';
import { expectState, iframe, openHost } from '../../support/browser/host';
import { expectCard, openLive } from '../../support/browser/page';
import { rounds } from '../../support/rounds';

/** What Chromium says of its speed where it has no graphics chip, of any canvas of WebGL. */
const OF_NO_CHIP = /GPU stall due to ReadPixels/;

function listen(page: Page): string[] {
	const said: string[] = [];
	page.on('console', (message) => {
		if (!OF_NO_CHIP.test(message.text())) said.push(`${message.type()}: ${message.text()}`);
	});
	page.on('pageerror', ({ message }) => said.push(message));
	return said;
}

const PLACES = ['', '#border-camp', '#bobrowniki-bierestowica-road', '#going-to-germany'];

for (const place of PLACES.slice(0, rounds(2, PLACES.length)))
	test(`nothing is said in page, frame and sandboxed frame at "${place}"`, async ({ page }) => {
		const said = listen(page);
		await openLive(page, place);
		for (const attributes of ['', 'sandbox="allow-scripts"']) {
			await openHost(page, iframe(place, attributes));
			await expectState(page.frameLocator('iframe'), 'live');
			await expectAlive(page.frameLocator('iframe'));
		}
		expect(said).toEqual([]);
	});

test('nor when every island comes alive', async ({ page }) => {
	const said = listen(page);
	await openLive(page, '#border-camp');
	for (const place of ['iraq', 'bobrowniki-bierestowica-road']) {
		await page.locator(`main section a[data-place="${place}"]`).click();
		await expectCard(page, place);
	}
	await page.locator('main ol a').first().hover();
	await page.getByRole('button', { name: 'Embed the map' }).click();
	await expect(page.locator('dialog iframe').contentFrame().locator('[data-map]')).toBeVisible();
	const sleeping = page.locator('[data-island]:not([data-island="card"]):not([data-alive])');
	await expect(sleeping).toHaveCount(0);
	expect(said).toEqual([]);
});
