/** In every frame that shows a map, the place or the view that was asked for last is on it, and the ground is whole. */
import { expect, test, type Page, type Route } from '@playwright/test';
import { expectHydrated } from '../../support/browser/alive';
import { iframe, openHost } from '../../support/browser/host';
import {
	askByBack,
	askByClick,
	recordedFrames,
	recordFrames,
	type Target
} from '../../support/browser/frames';
import { contains } from '../../../src/lib/geo/mercator';
import { expectCard, site, story } from '../../support/browser/page';
import { ALL_ROUNDS, firstOf } from '../../support/rounds';

const [border, camp, origins] = story.views as [View, View, View];
type View = (typeof story.views)[number];
/** Labels that cover the sea, and outlines that differ, are few. A map that ends has a fifth of its points wrong. */
const MAX_WRONG = 0.05;
const mapOf = ({ label }: View): string => `Map of ${label}`;

/** Every frame since the view was asked for shows no map, its still map, or the live map with the same ground. */
async function expectOnly(target: Target, view: View): Promise<void> {
	const samples = await recordedFrames(target);
	expect(samples.length).toBeGreaterThan(0);
	for (const { still, live, wrong } of samples) {
		if (live) expect(wrong, view.id).toBeLessThan(MAX_WRONG);
		if (still !== undefined || !live) expect([undefined, mapOf(view)]).toContain(still);
	}
}

async function expectLive(target: Target, view: View): Promise<void> {
	await expect.poll(async () => (await recordedFrames(target)).at(-1)?.live, { timeout: 60_000 }).toBe(true);
	await expectOnly(target, view);
}

/** Holds back the answers to these requests. Returns a function that lets them go. */
async function hold(page: Page, url: RegExp): Promise<() => void> {
	let release = (): void => undefined;
	const released = new Promise<void>((resolve) => (release = resolve));
	await page.route(url, async (route: Route) => {
		await released;
		await route.continue();
	});
	return release;
}

for (const place of firstOf(['syria', 'iraq']))
	test(`a page opened at #${place} shows no map, then the still map with the place, then the live map`, async ({
		page
	}) => {
		await recordFrames(page, origins.id);
		const releaseStill = await hold(page, /\/view\/[^/]+\.json$/);
		const releaseWorld = await hold(page, /\/whole\.json$/);
		await page.goto(`${site()}#${place}`);
		await expectHydrated(page);
		const still = page.getByRole('group', { name: mapOf(origins) });
		await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'live', { timeout: 60_000 });
		await expect(page.locator('.ground .still:visible')).toHaveCount(0);
		releaseStill();
		await expect(still).toBeVisible();
		await expect(still.locator(`a[href$="#${place}"]`).first()).toBeVisible();
		await expectOnly(page, origins);
		releaseWorld();
		await expect(still).toBeHidden();
		await expectLive(page, origins);
	});

/** Presses each view, opens places and goes back. */
async function visitViews(target: Target): Promise<void> {
	let last = border;
	for (const view of [camp, origins, border, origins, camp, border]) {
		// A closer view is on the map already, and the camera flies to it.
		const shown = [view, last].filter(({ bbox }) => contains(bbox, view.bbox)).map(({ id }) => id);
		await askByClick(target, shown, `[aria-label="${view.label}"]`);
		await expectLive(target, view);
		last = view;
	}
	await askByClick(target, [origins.id], 'main a[href="#iraq"]');
	await expectLive(target, origins);
	await askByClick(target, [border.id, origins.id], `[aria-label="${border.label}"]`);
	await expectLive(target, border);
}

test('the views, a place and "Back" in the page show nothing else, from a slow connection', async ({
	page
}) => {
	await recordFrames(page, border.id);
	for (const url of [/\/view\/[^/]+\.json$/, /\/whole\.json$/])
		await page.route(url, async (route) => {
			// Not before the live map has drawn its first view.
			await page.waitForFunction(() => document.querySelector('[data-map="live"]'));
			await route.continue();
		});
	await page.goto(site());
	await expectLive(page, border);
	await visitViews(page);
	await askByClick(page, [origins.id], 'main a[href="#syria"]');
	await expectLive(page, origins);
	await askByClick(page, [border.id, origins.id], 'main a[href="#bialowieza-piererow"]');
	await expectLive(page, border);
	await askByBack(page, origins.id);
	await expectLive(page, origins);
});

test('the views and a place in a frame show nothing else', ALL_ROUNDS, async ({ page }) => {
	await recordFrames(page, border.id);
	await openHost(page, iframe());
	const frame = page.frame({ url: /\/embed\// });
	if (!frame) throw new Error('There is no frame.');
	await expectLive(frame, border);
	await visitViews(frame);
});

test('without a live map the views and the links to places switch still maps', async ({ page }) => {
	await page.route(/\/map\.json$/, (route) => route.abort());
	await recordFrames(page, border.id);
	await page.goto(site());
	await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'unavailable');
	for (const view of [camp, origins, border]) {
		await page.getByRole('button', { name: view.label, exact: true }).click();
		await expect(page.getByRole('group', { name: mapOf(view) })).toBeVisible();
		await expect(page.locator('.ground .still:visible')).toHaveCount(1);
	}
	await page.locator('main a[href="#syria"]').first().click();
	await expect(page.getByRole('group', { name: mapOf(origins) })).toBeVisible();
});

test(
	'a place that is pressed on a still map stays on the live map in the same view',
	ALL_ROUNDS,
	async ({ page }) => {
		const release = await hold(page, /\/map\.json$/);
		await recordFrames(page, border.id);
		await page.goto(site());
		await expectHydrated(page);
		await page.locator('.still a[data-place="poland"]').first().dispatchEvent('click');
		await expectCard(page, 'poland');
		release();
		await expectLive(page, border);
	}
);
