/** Budgets in bytes, compressed as the plainest hosts do it: gzip. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from '@playwright/test';
import { site } from '../support/browser/page';

const KB = 1000;
const compressed = (data: unknown): number =>
	gzipSync(typeof data === 'string' ? data : JSON.stringify(data), { level: 9 }).length;

const style = JSON.parse(
	readFileSync(new URL('../../build/style.json', import.meta.url), 'utf8')
) as StyleSpecification;

test('what the map begins with weighs at most 60 KB, and the whole, for those who go further, 220 KB', () => {
	const whole = JSON.parse(
		readFileSync(new URL('../../build/whole.json', import.meta.url), 'utf8')
	) as Record<string, unknown>;
	expect(Object.keys(whole)).toEqual(Object.keys(style.sources));
	expect(compressed(style)).toBeLessThanOrEqual(60 * KB);
	expect(compressed(whole['ground'])).toBeLessThanOrEqual(120 * KB);
	expect(compressed(whole)).toBeLessThanOrEqual(220 * KB);
});

test('the still map weighs at most 15 KB of the page', async ({ page }) => {
	await page.goto(site());
	const still = await page.locator('.still').evaluate((element) => element.outerHTML);
	expect(compressed(still)).toBeLessThanOrEqual(15 * KB);
});

test('the HTML of the embed weighs at most 25 KB compressed and 100 KB as it is, that of the page 35 KB', () => {
	const html = (path: string): string =>
		readFileSync(new URL(`../../build/${path}`, import.meta.url), 'utf8');
	expect(compressed(html('embed/index.html'))).toBeLessThanOrEqual(25 * KB);
	expect(Buffer.byteLength(html('embed/index.html'))).toBeLessThanOrEqual(100 * KB);
	expect(compressed(html('index.html'))).toBeLessThanOrEqual(35 * KB);
});
