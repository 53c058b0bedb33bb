/** Maximum sizes of files, compressed with gzip, which every host supports. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { MapData } from '../../../src/lib/model/drawing';
import { expect, test } from '@playwright/test';
import { isMapRequest, MAP_SCRIPT, ENTRY_SCRIPT } from '../../support/browser/alive';
import { iframe, openHost } from '../../support/browser/host';
import { site } from '../../support/browser/page';

const KB = 1000;
const compressed = (data: unknown): number =>
	gzipSync(typeof data === 'string' ? data : JSON.stringify(data), { level: 9 }).length;

test('the first data of the live map has at most 60 KB, and the data of the whole world 220 KB', () => {
	const [map, world] = ['map', 'whole'].map((name) =>
		JSON.parse(readFileSync(new URL(`../../../build/${name}.json`, import.meta.url), 'utf8'))
	) as [MapData, Record<string, unknown>];
	expect(map.places.length).toBeGreaterThan(20);
	expect(compressed(map)).toBeLessThanOrEqual(60 * KB);
	expect(compressed(world['ground'])).toBeLessThanOrEqual(120 * KB);
	expect(compressed(world)).toBeLessThanOrEqual(220 * KB);
});

test('the still map has at most 15 KB', async ({ page }) => {
	await page.goto(site());
	const still = await page.locator('.still').evaluate((element) => element.outerHTML);
	expect(compressed(still)).toBeLessThanOrEqual(15 * KB);
});

for (const [path, most] of [
	['index.html', 36],
	['embed/index.html', 32]
] as const)
	test(`the HTML of ${path} has at most ${most} KB`, () => {
		const html = readFileSync(new URL(`../../../build/${path}`, import.meta.url), 'utf8');
		expect(compressed(html)).toBeLessThanOrEqual(most * KB);
	});

test('a frame out of view loads at most 45 KB besides its HTML, and nothing of fonts and the live map', async ({
	page
}) => {
	const sizes = new Map<string, Promise<number>>();
	page.on('response', (response) => {
		if (response.url().startsWith(site()) && !response.url().endsWith('/embed/'))
			sizes.set(response.url(), response.text().then(compressed));
	});
	await openHost(page, `<div style="height: 9000px"></div>${iframe()}`);
	// The embed sends this message after its data has been loaded.
	await page.evaluate(
		() =>
			new Promise<void>((done) =>
				addEventListener('message', ({ data }) => {
					if (data === '[iFrameResizerChild]Ready') done();
				})
			)
	);
	expect([...sizes.keys()].filter((url) => isMapRequest(new URL(url)))).toEqual([]);
	expect([...sizes.keys()].filter((url) => url.includes('/fonts/'))).toEqual([]);
	expect([...sizes.keys()].some((url) => ENTRY_SCRIPT.test(url))).toBe(true);
	const bytes = await Promise.all(sizes.values());
	expect(bytes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(45 * KB);
});

test('the script before MapLibre has at most 50 KB', async ({ page }) => {
	const scripts: string[] = [];
	let isMapWanted = false;
	await page.route(/\.js$/, async (route) => {
		isMapWanted ||= MAP_SCRIPT.test(route.request().url());
		if (isMapWanted) return route.abort();
		const response = await route.fetch();
		scripts.push(await response.text());
		return route.fulfill({ response });
	});
	await page.goto(site());
	await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'unavailable');
	expect(scripts.length).toBeGreaterThan(0);
	expect(scripts.reduce((sum, script) => sum + compressed(script), 0)).toBeLessThanOrEqual(50 * KB);
});
