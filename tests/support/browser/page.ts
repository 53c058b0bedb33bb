/** The site and the story of the browser tests, and how pages of it are opened and checked. */
import { readFileSync } from 'node:fs';
import type { FeatureCollection } from 'geojson';
import { expect, type Locator, type Page } from '@playwright/test';
import { exactZoomOf, project } from '../../../src/lib/geo/mercator';
import type { MapData } from '../../../src/lib/model/drawing';
import type { Story } from '../../../src/lib/model/story';
import { stepAt } from '../../../src/lib/style/symbols';
import { expectHydrated } from './alive';

const root = new URL('../../../', import.meta.url);

export const article = readFileSync(new URL('article/article.txt', root), 'utf8');
export const story = JSON.parse(readFileSync(new URL('build/story.json', root), 'utf8')) as Story;
export const places = JSON.parse(
	readFileSync(new URL('build/places.geojson', root), 'utf8')
) as FeatureCollection;
const { signs } = (JSON.parse(readFileSync(new URL('build/map.json', root), 'utf8')) as MapData).drawing;
export const site = (): string => process.env['SITE'] ?? '';

export const passagesOf = (place: string): Story['passages'] =>
	story.passages.filter(({ places }) => places.some((mention) => mention.place === place));

/** The passages that the card of a place must show. A crossing without passages shows those of the line it is on. */
export function expectedPassages(place: string): Story['passages'] {
	const passages = passagesOf(place);
	const line = story.places.find(({ id }) => id === place)?.on;
	return passages.length === 0 && line ? passagesOf(line) : passages;
}

export async function openLive(page: Page, address = ''): Promise<void> {
	await page.goto(site() + address);
	await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'live', { timeout: 60_000 });
}

/** Turns Save-Data on, so that the live map of the page and of its frames starts only when it is touched. */
export async function enableSaveData(page: Page): Promise<void> {
	await page.addInitScript(() =>
		Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true })
	);
}

/** Opens a page and waits until it is hydrated. No live map starts, because that takes the most time. */
export async function openWithoutLiveMap(page: Page, address = ''): Promise<void> {
	await enableSaveData(page);
	await page.goto(site() + address);
	await expectHydrated(page);
}

export const openCards = (page: Page): Locator => page.locator('[data-popup]:visible');

/** The card of this place, and no other, is visible. It shows the expected quotes with speaker and voice. */
export async function expectCard(page: Page, place: string): Promise<void> {
	await expect(openCards(page)).toHaveCount(1);
	const card = page.locator(`[data-popup="${place}"]`);
	await expect(card).toBeVisible();
	const expected = expectedPassages(place);
	// In the card of a crossing the quotes are inserted by script, once it is open.
	await expect(card.locator('li[class*="voice-"]')).toHaveCount(expected.length);
	const shown = await card.locator('li[class*="voice-"]').evaluateAll((items) =>
		items.map((item) => ({
			quote: item.querySelector('blockquote')?.textContent ?? '',
			caption: item.querySelector('figcaption')?.textContent ?? '',
			voice: item.className
		}))
	);
	expect(shown.map(({ quote }) => quote)).toEqual(expected.map(({ quote }) => quote));
	for (const [index, { speaker, voice }] of expected.entries()) {
		expect(article).toContain(shown[index]?.quote);
		expect(shown[index]?.caption).toContain(speaker.name);
		expect(shown[index]?.voice).toContain(`voice-${voice}`);
	}
}

/** CSS pixels of a position on the page, while the map is fitted to this view. */
export async function pixelOf(
	page: Pick<Page, 'locator'>,
	view: Story['views'][number],
	position: number[]
): Promise<{ x: number; y: number }> {
	const box = await page.locator('.ground').boundingBox();
	if (!box) throw new Error('The map is not laid out.');
	const [west, south, east, north] = view.bbox as [number, number, number, number];
	const [left, top] = project([west, north]);
	const [right, bottom] = project([east, south]);
	const covered = await page
		.locator('.ground')
		.evaluate((ground) => parseFloat(getComputedStyle(ground).getPropertyValue('--key-width')) || 0);
	const width = view.narrow ? 2 * box.width : box.width - covered;
	const scale = Math.min(width / (right - left), box.height / (bottom - top));
	const [x, y] = project(position);
	return {
		x: box.x + (covered + box.width) / 2 + (x - (left + right) / 2) * scale,
		y: box.y + box.height / 2 + (y - (top + bottom) / 2) * scale
	};
}

/** CSS pixels of the sign of a place, or of its anchor if its sign does not stand beside a line. */
export async function signPixelOf(
	page: Pick<Page, 'locator'>,
	place: string
): Promise<{ x: number; y: number }> {
	const [view] = story.views;
	const { anchor } = story.places.find(({ id }) => id === place) ?? {};
	const box = await page.locator('.ground').boundingBox();
	if (!anchor || !box) throw new Error(`${place} is not drawn.`);
	const { x, y } = await pixelOf(page, view, anchor);
	const zoom =
		exactZoomOf(view.bbox) + Math.log2(Math.min(view.narrow ? 2 * box.width : box.width, box.height) / 512);
	const [dx, dy] = signs[place]?.offsets[stepAt(zoom, view.zoom)] ?? [0, 0];
	return { x: x + dx, y: y + dy };
}

/** Collects what the Content-Security-Policy or CORS blocks in the page, its frames and their workers. */
export async function collectViolations(page: Page): Promise<string[]> {
	const violations: string[] = [];
	await page.exposeFunction('reportViolation', (text: string) => violations.push(text));
	await page.addInitScript(() => {
		addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
			(globalThis as unknown as { reportViolation: (text: string) => void }).reportViolation(
				`${effectiveDirective} refuses ${blockedURI} of ${sourceFile}`
			)
		);
	});
	page.on('console', (message) => {
		if (/Content.Security.Policy|Cross-Origin|CORS/i.test(message.text())) violations.push(message.text());
	});
	return violations;
}
