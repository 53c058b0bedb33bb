/** What comes first and what after it, for a reader whose scroll bars take room. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../support/browsers.mjs';
import { expectCard, openQuiet } from '../../support/browser/page';

const executablePath = findChromium();
test.use({
	launchOptions: {
		...(executablePath && { executablePath }),
		args: chromiumArguments,
		// Else what scrolls is as wide as what does not.
		ignoreDefaultArgs: ['--hide-scrollbars']
	}
});

/** What moved by itself once the whole page had been seen, and by how much of the window. */
async function watchShifts(page: Page): Promise<() => Promise<unknown[]>> {
	await page.addInitScript(() => {
		const shifts: unknown[] = [];
		const note = new PerformanceObserver((list) =>
			shifts.push(...list.getEntries().map((entry) => entry.toJSON()))
		);
		// HTML that comes in pieces is shown in pieces, one under the other.
		document.addEventListener('DOMContentLoaded', () =>
			requestAnimationFrame(() => requestAnimationFrame(() => note.observe({ type: 'layout-shift' })))
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

		for (const path of ['embed/', ''])
			test(`a link to a place in /${path} shows its card, then the map and the list, and nothing moves`, async ({
				page
			}) => {
				const shifts = await watchShifts(page);
				// The live map would stand over the still one.
				await openQuiet(page, `${path}#border-camp`);
				await expectCard(page, 'border-camp');
				await expect(page.locator('.still a[data-place="border-camp"] text')).toBeVisible();
				const card = page.locator('[data-popup="border-camp"]');
				for (const later of [page.locator('main blockquote'), card.locator('.names')])
					await expect
						.poll(() => later.first().evaluate((box) => box.checkVisibility({ contentVisibilityAuto: true })))
						.toBe(true);
				// What scrolls has its bar by now, which is what would move things.
				await expect.poll(() => card.evaluate((box) => getComputedStyle(box).overflowY)).toBe('auto');
				expect(await card.evaluate((box: HTMLElement) => box.offsetWidth - box.clientWidth)).toBeGreaterThan(
					10
				);
				expect(await shifts()).toEqual([]);
			});
	});
}

test('where the HTML stalls, what has come of it is shown', async ({ page }) => {
	const html = readFileSync(new URL('../../../build/embed/index.html', import.meta.url));
	let rest = (): void => undefined;
	const server = createServer(({ url }, response) => {
		if (url !== '/embed/') {
			response.writeHead(404).end();
			return;
		}
		response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
		response.write(html.subarray(0, html.length / 2));
		rest = () => response.end(html.subarray(html.length / 2));
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	await page.goto(`http://127.0.0.1:${port}/embed/#border-camp`, { waitUntil: 'commit' });
	await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	rest();
	await expectCard(page, 'border-camp');
	server.closeAllConnections();
	server.close();
});
