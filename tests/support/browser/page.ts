/** What the browser tests share: the site's address, the story it was built from, and where a position is on the map. */
import { readFileSync } from 'node:fs';
import type { FeatureCollection } from 'geojson';
import { expect, type Locator, type Page } from '@playwright/test';
import { project } from '../../../src/lib/geo/mercator';
import type { Story } from '../../../src/lib/model/story';
import { expectAlive } from './alive';

const root = new URL('../../../', import.meta.url);

export const article = readFileSync(new URL('article/article.txt', root), 'utf8');
export const story = JSON.parse(readFileSync(new URL('build/story.json', root), 'utf8')) as Story;
export const places = JSON.parse(
	readFileSync(new URL('build/places.geojson', root), 'utf8')
) as FeatureCollection;
export const site = (): string => process.env['SITE'] ?? '';

export const passagesAt = (place: string): Story['passages'] =>
	story.passages.filter(({ places }) => places.some((mention) => mention.place === place));

/** The places an article's reader must be able to open, and of crossings what the line under them says. */
export function expectedPassages(place: string): Story['passages'] {
	const own = passagesAt(place);
	const on = story.places.find(({ id }) => id === place)?.on;
	return own.length === 0 && on ? passagesAt(on) : own;
}

export async function openLive(page: Page, address = ''): Promise<void> {
	await page.goto(site() + address);
	await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'live', { timeout: 60_000 });
}

/** The reader saves data: in the page and in its frames the live map waits for a touch. */
export async function saveData(page: Page): Promise<void> {
	await page.addInitScript(() =>
		Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true })
	);
}

/** The page is all there and its script too, and no live map, which costs the most. */
export async function openQuiet(page: Page, address = ''): Promise<void> {
	await saveData(page);
	await page.goto(site() + address);
	await expectAlive(page);
}

export const openCards = (page: Page): Locator => page.locator('[data-popup]:visible');

/** The card of this place is displayed, and only it; every quote in it is the article's, with its speaker and voice. */
export async function expectCard(page: Page, place: string): Promise<void> {
	await expect(openCards(page)).toHaveCount(1);
	const card = page.locator(`[data-popup="${place}"]`);
	await expect(card).toBeVisible();
	const expected = expectedPassages(place);
	// A crossing's are put into its card by script, once it is open.
	await expect(card.locator('li')).toHaveCount(expected.length);
	const shown = await card.locator('li').evaluateAll((items) =>
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

/** Pixels on the page of a position, while the map shows this view whole. */
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
	const scale = Math.min(box.width / (right - left), box.height / (bottom - top));
	const [x, y] = project(position);
	return {
		x: box.x + box.width / 2 + (x - (left + right) / 2) * scale,
		y: box.y + box.height / 2 + (y - (top + bottom) / 2) * scale
	};
}

/** What the page, its frames and their workers were refused. */
export async function refusals(page: Page): Promise<string[]> {
	const refused: string[] = [];
	await page.exposeFunction('refused', (what: string) => refused.push(what));
	await page.addInitScript(() => {
		addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
			(globalThis as unknown as { refused: (what: string) => void }).refused(
				`${effectiveDirective} refuses ${blockedURI} of ${sourceFile}`
			)
		);
	});
	page.on('console', (message) => {
		if (/Content.Security.Policy|Cross-Origin|CORS/i.test(message.text())) refused.push(message.text());
	});
	return refused;
}
