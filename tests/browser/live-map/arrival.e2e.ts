/** The order in which a page appears, and that nothing moves, in a browser whose scroll bars take space. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../support/browsers.mjs';
import { expectCard, openWithoutLiveMap } from '../../support/browser/page';
import { firstOf } from '../../support/rounds';

const executablePath = findChromium();
test.use({
	launchOptions: {
		...(executablePath && { executablePath }),
		args: chromiumArguments,
		// Playwright hides scroll bars by default.
		ignoreDefaultArgs: ['--hide-scrollbars']
	}
});

/** Records layout shifts after the first complete frame. */
async function recordShifts(page: Page): Promise<() => Promise<unknown[]>> {
	await page.addInitScript(() => {
		const shifts: unknown[] = [];
		const observer = new PerformanceObserver((list) =>
			shifts.push(...list.getEntries().map((entry) => entry.toJSON()))
		);
		// Before this, the browser may show a part of the HTML.
		document.addEventListener('DOMContentLoaded', () =>
			requestAnimationFrame(() => requestAnimationFrame(() => observer.observe({ type: 'layout-shift' })))
		);
		Object.assign(window, { shifts });
	});
	return () => page.evaluate(() => (window as unknown as { shifts: unknown[] }).shifts);
}

for (const viewport of [
	{ width: 1280, height: 800 },
	{ width: 390, height: 844 }
]) {
	test.describe(`at ${viewport.width} x ${viewport.height}`, () => {
		test.use({ viewport });

		for (const path of firstOf(['embed/', '']))
			test(`a link to a place in /${path} shows its card, the map and the list, and nothing moves`, async ({
				page
			}) => {
				const shifts = await recordShifts(page);
				// How little they move is tested in site/fonts.e2e.ts.
				await page.route(/\/fonts\//, (route) => route.abort());
				// The live map would hide the still map.
				await openWithoutLiveMap(page, `${path}#border-camp`);
				await expectCard(page, 'border-camp');
				await expect(page.locator('.still a[data-place="border-camp"] text').first()).toBeVisible();
				const card = page.locator('[data-popup="border-camp"]');
				for (const element of [page.locator('main blockquote'), card.locator('footer')])
					await expect
						.poll(() =>
							element.first().evaluate((box) => box.checkVisibility({ contentVisibilityAuto: true }))
						)
						.toBe(true);
				// The card has its scroll bar now, which could have moved its content.
				await expect.poll(() => card.evaluate((box) => getComputedStyle(box).overflowY)).toBe('auto');
				expect(await card.evaluate((box: HTMLElement) => box.offsetWidth - box.clientWidth)).toBeGreaterThan(
					10
				);
				expect(await shifts()).toEqual([]);
			});
	});
}

test('if the HTML arrives only in part, that part is shown', async ({ page }) => {
	const html = readFileSync(new URL('../../../build/embed/index.html', import.meta.url));
	let sendRest = (): void => undefined;
	const server = createServer(({ url }, response) => {
		if (url !== '/embed/') {
			response.writeHead(404).end();
			return;
		}
		response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
		response.write(html.subarray(0, html.length / 2));
		sendRest = () => response.end(html.subarray(html.length / 2));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await page.goto(`http://127.0.0.1:${port}/embed/#border-camp`, { waitUntil: 'commit' });
	await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	sendRest();
	await expectCard(page, 'border-camp');
	server.closeAllConnections();
	server.close();
});
