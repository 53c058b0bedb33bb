/**
 * The embed does not scroll its host page or take its focus, and one finger and the wheel still scroll the host page.
 */
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { WORKER } from '../../support/browser/alive';
import { expectState, iframe, openHost } from '../../support/browser/host';
import { ALL_ROUNDS, rounds } from '../../support/rounds';

const TRIES = 20;
const tall = (text: string): string => `<p style="height: 1500px">${text}</p>`;
const scrollOf = (page: Page): Promise<number> => page.evaluate(() => scrollY);

test('loading an embed, in view or far below, does not scroll the host page and does not take the focus', async ({
	page
}) => {
	test.slow();
	await openHost(page, `${tall('Above')}<input><div id="box"></div>${tall('Below')}`);
	await page.locator('input').focus();
	const urls = ['', '#border-camp', '#going-to-germany', '?list=off#iraq', '?start=live#map'];
	// Two URLs once in view and once below; each twice with `FAULT_ROUNDS=all`.
	for (let index = 0; index < rounds(4, TRIES); index++) {
		const isBelow = index % 2 === 1;
		const url = urls[Math.floor(index / 2) % urls.length]!;
		const scrollTop = isBelow ? 200 : 1500;
		await page.evaluate((top) => scrollTo(0, top), scrollTop);
		await page.locator('#box').evaluate((box, html) => (box.innerHTML = html), iframe(url));
		const frame = page.frameLocator('iframe');
		// Waiting for the live map every time would take long; these two URLs are enough.
		if (!isBelow && (url === '' || url.includes('live'))) await expectState(frame, 'live');
		// A selection by the host does not scroll the host page either.
		await expect(async () => {
			await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
				const message = { type: 'border-passages', version: 1, do: 'select', id: 'turkey' };
				frame.contentWindow?.postMessage(message, '*');
			});
			await expect(frame.locator('[data-popup="turkey"]')).toBeVisible({ timeout: 500 });
		}).toPass();
		expect(await scrollOf(page), url).toBe(scrollTop);
		expect(await page.evaluate(() => document.activeElement?.tagName), url).toBe('INPUT');
	}
});

test(
	'an embed that is scrolled out of view before its worker has loaded throws nothing, and is live when it is in view again',
	ALL_ROUNDS,
	async ({ page }) => {
		let release = (): void => undefined;
		const released = new Promise<void>((resolve) => (release = resolve));
		await page.route(WORKER, async (route) => {
			await released;
			await route.continue();
		});
		// In a sandboxed frame MapLibre fetches the script of its worker, so that a map exists before its worker does.
		const errors = await openHost(page, iframe('', 'sandbox="allow-scripts"') + tall('Below').repeat(2));
		const frame = page.frameLocator('iframe');
		await expect(frame.locator('.live canvas')).toBeAttached();
		await page.evaluate(() => scrollTo(0, 1500));
		await expectState(frame, 'still');
		await page.evaluate(() => scrollTo(0, 0));
		release();
		await expectState(frame, 'live');
		expect(errors).toEqual([]);
	}
);

/** The width of the scale bar. Unlike its label it changes with every zoom. */
const scaleWidth = (page: Page): Promise<string> =>
	page
		.frameLocator('iframe')
		.locator('.maplibregl-ctrl-scale')
		.evaluate((bar: HTMLElement) => bar.style.width);

/** Opens a host that is scrolled to an embed, and returns the center of its map. */
async function openScrolledToMap(page: Page): Promise<{ x: number; y: number }> {
	await openHost(page, tall('Above') + iframe() + tall('Below').repeat(3));
	await page.evaluate(() => scrollTo(0, 1500));
	await expectState(page.frameLocator('iframe'), 'live');
	const box = (await page.frameLocator('iframe').locator('.ground').boundingBox())!;
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('the wheel over the map scrolls the host page, and with Ctrl it zooms the map', async ({ page }) => {
	const { x, y } = await openScrolledToMap(page);
	const scale = await scaleWidth(page);
	await page.mouse.move(x, y);
	for (let index = 0; index < rounds(4, TRIES); index++) {
		const before = await scrollOf(page);
		await page.mouse.wheel(0, index % 2 ? -40 : 40);
		await expect.poll(() => scrollOf(page)).toBe(before + (index % 2 ? -40 : 40));
	}
	expect(await scaleWidth(page)).toBe(scale);
	const before = await scrollOf(page);
	await page.keyboard.down('Control');
	await page.mouse.wheel(0, -300);
	await page.keyboard.up('Control');
	await expect.poll(() => scaleWidth(page)).not.toBe(scale);
	expect(await scrollOf(page)).toBe(before);
});

test.describe('with touch', () => {
	test.use({ hasTouch: true });

	/** Moves fingers from these points up by 120 CSS pixels. */
	async function drag(session: CDPSession, fingers: { x: number; y: number }[]): Promise<void> {
		const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', up = 0) =>
			session.send('Input.dispatchTouchEvent', {
				type,
				touchPoints: type === 'touchEnd' ? [] : fingers.map(({ x, y }, id) => ({ id, x, y: y - up }))
			});
		await touch('touchStart');
		for (let up = 10; up <= 120; up += 10) await touch('touchMove', up);
		await touch('touchEnd');
	}

	test(
		'one finger on the map scrolls the host page, two fingers move the map',
		ALL_ROUNDS,
		async ({ page, context }) => {
			const center = await openScrolledToMap(page);
			const session = await context.newCDPSession(page);
			const map = page.frameLocator('iframe').locator('.live canvas');
			const screenshot = await map.screenshot();
			await drag(session, [
				{ x: center.x - 60, y: center.y },
				{ x: center.x + 60, y: center.y }
			]);
			await expect.poll(async () => (await map.screenshot()).equals(screenshot)).toBe(false);
			expect(await scrollOf(page)).toBe(1500);
			await drag(session, [center]);
			await expect.poll(() => scrollOf(page)).toBeGreaterThan(1550);
		}
	);
});
