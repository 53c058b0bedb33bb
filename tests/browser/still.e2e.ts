/** The still map and the live one are the same map: same places, same spots, same colours. */
import { expect, test, type Page } from '@playwright/test';
import { palette } from '../../src/lib/drawing/palette';
import { openLive, pixelOf, site, story } from './page';

interface Spot {
	place: string;
	x: number;
	y: number;
	colour: string;
}

/** Half the side of the square in which a symbol is looked for, in pixels. */
const REACH = 9;

const layerOf = (id: string) => story.layers.find((layer) => layer.id === id);

/** Symbols of the first view that stand clear of each other. */
async function spotsOf(page: Page): Promise<Spot[]> {
	const [view] = story.views;
	if (!view) throw new Error('The story has no view.');
	const [west = 0, south = 0, east = 0, north = 0] = view.bbox;
	const spots: Spot[] = [];
	for (const { id, layer, anchor, on, within } of story.places) {
		const [x = 0, y = 0] = anchor ?? [];
		if (!anchor || !(on || within) || id === 'grodno-region') continue;
		if (x < west || x > east || y < south || y > north) continue;
		spots.push({
			place: id,
			...(await pixelOf(page, view, anchor)),
			colour: palette.light[layerOf(layer)?.hue ?? 'ink']
		});
	}
	return spots.filter((spot) =>
		spots.every((other) => other === spot || Math.hypot(other.x - spot.x, other.y - spot.y) > 2 * REACH)
	);
}

/** The middle of the pixels of its colour around each spot, and the commonest colour of the whole picture. */
async function look(
	page: Page,
	screenshot: Buffer,
	spots: Spot[]
): Promise<{ middles: ({ x: number; y: number } | null)[]; ground: string }> {
	return page.evaluate(
		async ({ picture, spots, reach }) => {
			const bytes = Uint8Array.from(atob(picture), (byte) => byte.charCodeAt(0));
			const image = await createImageBitmap(new Blob([bytes]));
			const canvas = new OffscreenCanvas(image.width, image.height);
			const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
			context.drawImage(image, 0, 0);
			const pixels = context.getImageData(0, 0, image.width, image.height).data;
			const at = (x: number, y: number) =>
				Array.from(pixels.slice((y * image.width + x) * 4, (y * image.width + x) * 4 + 3));
			const middles = spots.map(({ x, y, colour }) => {
				const wanted = [1, 3, 5].map((from) => parseInt(colour.slice(from, from + 2), 16));
				const found: [number, number][] = [];
				for (let row = Math.round(y) - reach; row <= y + reach; row++) {
					for (let column = Math.round(x) - reach; column <= x + reach; column++) {
						const near = at(column, row).every((value, index) => Math.abs(value - (wanted[index] ?? 0)) < 40);
						if (near) found.push([column, row]);
					}
				}
				const mean = (index: 0 | 1) =>
					found.reduce((sum, point) => sum + point[index], 0) / found.length + 0.5;
				return found.length < 8 ? null : { x: mean(0), y: mean(1) };
			});
			const counts = new Map<string, number>();
			for (let y = 0; y < image.height; y += 5) {
				for (let x = Math.round(image.width / 2); x < image.width; x += 5) {
					const key = at(x, y).join();
					counts.set(key, (counts.get(key) ?? 0) + 1);
				}
			}
			return { middles, ground: [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '' };
		},
		{ picture: screenshot.toString('base64'), spots, reach: REACH }
	);
}

test('every symbol of the still map is within 3 px of the live one, on the same ground', async ({
	page,
	browser
}) => {
	const settings = {
		viewport: { width: 1280, height: 800 },
		reducedMotion: 'reduce',
		colorScheme: 'light'
	} as const;
	await page.setViewportSize(settings.viewport);
	await openLive(page);
	const spots = await spotsOf(page);
	expect(spots.length).toBeGreaterThan(5);
	const live = await look(page, await page.screenshot(), spots);

	const context = await browser.newContext({ ...settings, javaScriptEnabled: false });
	const stillPage = await context.newPage();
	await stillPage.goto(site());
	const still = await look(page, await stillPage.screenshot(), spots);
	await context.close();

	for (const [index, { place }] of spots.entries()) {
		const [a, b] = [live.middles[index], still.middles[index]];
		expect(a, `${place} on the live map`).not.toBeNull();
		expect(b, `${place} on the still map`).not.toBeNull();
		expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 99), (a?.y ?? 0) - (b?.y ?? 99)), place).toBeLessThanOrEqual(3);
	}
	expect(live.ground).toBe(still.ground);
});
