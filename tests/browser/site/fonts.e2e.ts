/** The fonts: the words can be read before they come, nothing moves when they do, and they do without. */
import { readdirSync, statSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { openHost } from '../../support/browser/host';
import { enableSaveData, site } from '../../support/browser/page';

const FONTS = /\/fonts\//;
/** The largest sum of layout shifts. Words move sideways in their line, by some pixels at most. */
const MOST_SHIFT = 0.005;

interface Shift {
	value: number;
	/** Vertical movements in CSS pixels, each of one element. */
	movements: number[];
}

/** Records layout shifts after the first complete frame. */
async function recordShifts(page: Page): Promise<() => Promise<Shift[]>> {
	await page.addInitScript(() => {
		interface LayoutShift extends PerformanceEntry {
			value: number;
			sources: { previousRect: DOMRect; currentRect: DOMRect }[];
		}
		const shifts: unknown[] = [];
		const observer = new PerformanceObserver((list) => {
			for (const { value, sources } of list.getEntries() as LayoutShift[])
				shifts.push({
					value,
					movements: sources.map(({ previousRect, currentRect }) => currentRect.y - previousRect.y)
				});
		});
		document.addEventListener('DOMContentLoaded', () =>
			requestAnimationFrame(() => requestAnimationFrame(() => observer.observe({ type: 'layout-shift' })))
		);
		Object.assign(window, { shifts });
	});
	return () => page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
}

/** The families of the site that have loaded. */
const loadedFamilies = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const names = [...document.fonts].flatMap(({ family, status }) =>
			status === 'loaded' && /^"?BP (Sans|Serif)"?$/.test(family) ? [family.replaceAll('"', '')] : []
		);
		return [...new Set(names)].sort();
	});

const quoteHeights = (page: Page): Promise<number[]> =>
	page
		.locator('main blockquote')
		.evaluateAll((quotes) => quotes.map((quote) => Math.round(quote.getBoundingClientRect().height)));

test('all fonts together have at most 60 KB', () => {
	const folder = new URL('../../../build/fonts/', import.meta.url);
	const files = readdirSync(folder).filter((name) => name.endsWith('.woff2'));
	expect(files.length).toBeGreaterThan(1);
	const sizes = files.map((name) => statSync(new URL(name, folder)).size);
	expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(60_000);
});

for (const [path, width, height] of [
	['', 1280, 800],
	['', 390, 844],
	['embed/', 660, 640],
	['embed/', 360, 640],
	['places/border-camp/', 1280, 800]
] as const)
	test.describe(`/${path} at ${width} x ${height}`, () => {
		test.use({ viewport: { width, height } });

		test('the text is painted before the fonts are asked for, and nothing moves when they come late', async ({
			page
		}) => {
			await enableSaveData(page);
			const shifts = await recordShifts(page);
			let release = (): void => undefined;
			const released = new Promise<void>((resolve) => (release = resolve));
			await page.route(/\.woff2$/, async (route) => {
				await released;
				await route.continue();
			});
			const requested = page.waitForRequest(/\.woff2$/);
			await page.goto(site() + path, { waitUntil: 'commit' });
			await requested;
			await expect(page.locator('main blockquote').first()).toBeVisible();
			expect(await loadedFamilies(page)).toEqual([]);
			const before = await quoteHeights(page);
			release();
			await expect.poll(() => loadedFamilies(page)).toEqual(['BP Sans', 'BP Serif']);
			await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));

			expect(await quoteHeights(page)).toEqual(before);
			const all = await shifts();
			expect(all.flatMap(({ movements }) => movements).filter((pixels) => Math.abs(pixels) > 1)).toEqual([]);
			expect(all.reduce((sum, { value }) => sum + value, 0)).toBeLessThan(MOST_SHIFT);
			const [painted, asked] = await page.evaluate(() => [
				performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
				Math.min(
					...performance
						.getEntriesByType('resource')
						.flatMap(({ name, startTime }) => (name.includes('/fonts/') ? [startTime] : []))
				)
			]);
			expect(asked).toBeGreaterThan(painted!);
		});

		test('without the fonts nothing moves', async ({ page }) => {
			await enableSaveData(page);
			const shifts = await recordShifts(page);
			await page.route(FONTS, (route) => route.abort());
			const failed = page.waitForEvent('requestfailed');
			await page.goto(site() + path);
			await failed;
			await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
			expect(await loadedFamilies(page)).toEqual([]);
			expect(await shifts()).toEqual([]);
		});
	});

test('only the words of the article are in the serif', async ({ page }) => {
	await page.goto(site());
	const faces = await page.locator('body *').evaluateAll((elements) =>
		elements.flatMap((element) => {
			const hasText = [...element.childNodes].some(
				(node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()
			);
			if (!hasText || element.matches('script, style, noscript')) return [];
			const serif = getComputedStyle(element).fontFamily.startsWith('"BP Serif"');
			const quoted = element.closest('blockquote') !== null && element.closest('.comment') === null;
			return serif === quoted ? [] : [element.outerHTML];
		})
	);
	expect(faces).toEqual([]);
});

test('a sandboxed frame has the fonts, and so has one without script', async ({ page }) => {
	for (const sandbox of ['allow-scripts', '']) {
		const font = page.waitForResponse(/source-serif[^/]*\.woff2$/);
		await openHost(
			page,
			`<iframe src="${site()}embed/" sandbox="${sandbox}" width="800" height="600"></iframe>`
		);
		expect((await font).ok()).toBe(true);
	}
});
