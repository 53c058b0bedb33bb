/** The frame takes neither the reader's place nor the keyboard, and one finger and the wheel stay the host page's. */
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { WORKER } from '../../support/browser/alive';
import { expectState, iframe, openHost } from '../../support/browser/host';
import { rounds } from '../../support/rounds';

const TRIES = 20;
const tall = (text: string): string => `<p style="height: 1500px">${text}</p>`;
const scrollOf = (page: Page): Promise<number> => page.evaluate(() => scrollY);

test('a frame that loads in view or far below moves nothing and takes nothing', async ({ page }) => {
	test.slow();
	await openHost(page, `${tall('Above')}<input><div id="box"></div>${tall('Below')}`);
	await page.locator('input').focus();
	const addresses = ['', '#border-camp', '#going-to-germany', '?list=off#iraq', '?start=live#map'];
	// Each address in view and below, with `FAULT_ROUNDS=all` twice.
	for (let index = 0; index < rounds(10, TRIES); index++) {
		const below = index % 2 === 1;
		const address = addresses[Math.floor(index / 2) % addresses.length]!;
		const before = below ? 200 : 1500;
		await page.evaluate((top) => scrollTo(0, top), before);
		await page.locator('#box').evaluate((box, html) => (box.innerHTML = html), iframe(address));
		const frame = page.frameLocator('iframe');
		// Its map comes alive as in any other frame: waited for where nothing is selected, and where it starts at once.
		if (!below && (address === '' || address.includes('live'))) await expectState(frame, 'live');
		// A host that selects moves its own page no more than the address did.
		await expect(async () => {
			await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
				const message = { type: 'border-passages', version: 1, do: 'select', id: 'turkey' };
				frame.contentWindow?.postMessage(message, '*');
			});
			await expect(frame.locator('[data-popup="turkey"]')).toBeVisible({ timeout: 500 });
		}).toPass();
		expect(await scrollOf(page), address).toBe(before);
		expect(await page.evaluate(() => document.activeElement?.tagName), address).toBe('INPUT');
	}
});

test('a frame that is scrolled away before its worker has come throws nothing, and comes alive in view', async ({
	page
}) => {
	let arrive = (): void => undefined;
	const arrived = new Promise<void>((resolve) => (arrive = resolve));
	await page.route(WORKER, async (route) => {
		await arrived;
		await route.continue();
	});
	// Without an origin MapLibre fetches its worker: only there has a map none for a while.
	const faults = await openHost(page, iframe('', 'sandbox="allow-scripts"') + tall('Below').repeat(2));
	const frame = page.frameLocator('iframe');
	await expect(frame.locator('.live canvas')).toBeAttached();
	await page.evaluate(() => scrollTo(0, 1500));
	await expectState(frame, 'still');
	await page.evaluate(() => scrollTo(0, 0));
	arrive();
	await expectState(frame, 'live');
	expect(faults).toEqual([]);
});

/** Of the scale's bar: its label stays the same through a small zoom. */
const lengthOf = (page: Page): Promise<string> =>
	page
		.frameLocator('iframe')
		.locator('.maplibregl-ctrl-scale')
		.evaluate((bar: HTMLElement) => bar.style.width);

async function openInTheMiddle(page: Page): Promise<{ x: number; y: number }> {
	await openHost(page, tall('Above') + iframe() + tall('Below').repeat(3));
	await page.evaluate(() => scrollTo(0, 1450));
	await expectState(page.frameLocator('iframe'), 'live');
	const box = (await page.frameLocator('iframe').locator('.ground').boundingBox())!;
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('the wheel over the map scrolls the page, and with Ctrl zooms the map', async ({ page }) => {
	const { x, y } = await openInTheMiddle(page);
	const scale = await lengthOf(page);
	await page.mouse.move(x, y);
	for (let index = 0; index < TRIES; index++) {
		const before = await scrollOf(page);
		await page.mouse.wheel(0, index % 2 ? -40 : 40);
		await expect.poll(() => scrollOf(page)).toBe(before + (index % 2 ? -40 : 40));
	}
	expect(await lengthOf(page)).toBe(scale);
	const before = await scrollOf(page);
	await page.keyboard.down('Control');
	await page.mouse.wheel(0, -300);
	await page.keyboard.up('Control');
	await expect.poll(() => lengthOf(page)).not.toBe(scale);
	expect(await scrollOf(page)).toBe(before);
});

test.describe('with fingers', () => {
	test.use({ hasTouch: true });

	/** Moves fingers that start at these points upwards together. */
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

	test('one scrolls the page over the map, two move the map', async ({ page, context }) => {
		const at = await openInTheMiddle(page);
		const session = await context.newCDPSession(page);
		const map = page.frameLocator('iframe').locator('.live canvas');
		const picture = await map.screenshot();
		await drag(session, [
			{ x: at.x - 60, y: at.y },
			{ x: at.x + 60, y: at.y }
		]);
		await expect.poll(async () => (await map.screenshot()).equals(picture)).toBe(false);
		expect(await scrollOf(page)).toBe(1450);
		await drag(session, [at]);
		await expect.poll(() => scrollOf(page)).toBeGreaterThan(1500);
	});
});
