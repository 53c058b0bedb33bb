/** Finds symbols in screenshots, by their colour. */
import type { Page } from '@playwright/test';
import { palette } from '../../../src/lib/style/palette';
import { story } from './page';

/** Where a symbol is expected, in CSS pixels of the screenshot, and its colour as `#rrggbb`. */
export interface ExpectedSymbol {
	x: number;
	y: number;
	colour: string;
}

/** CSS pixels: half the side of the square in which a symbol is searched. */
export const SEARCH_RADIUS = 9;

export const layerColour = (id: string): string =>
	palette.light[story.layers.find((layer) => layer.id === id)?.hue ?? 'ink'];

/** Red, green and blue of `#rrggbb`. */
export const channels = (colour: string): number[] =>
	[1, 3, 5].map((from) => parseInt(colour.slice(from, from + 2), 16));

/**
 * `centers`: for each symbol, the center of the pixels of its colour near where it is expected; null if there are too
 * few. `mainColour`: the most frequent colour in the right half of the screenshot, as `red,green,blue`.
 */
export async function findSymbols(
	page: Page,
	screenshot: Buffer,
	symbols: ExpectedSymbol[]
): Promise<{ centers: ({ x: number; y: number } | null)[]; mainColour: string }> {
	return page.evaluate(
		async ({ picture, symbols, radius }) => {
			const bytes = Uint8Array.from(atob(picture), (byte) => byte.charCodeAt(0));
			const image = await createImageBitmap(new Blob([bytes]));
			const canvas = new OffscreenCanvas(image.width, image.height);
			const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
			context.drawImage(image, 0, 0);
			const pixels = context.getImageData(0, 0, image.width, image.height).data;
			const colourAt = (x: number, y: number) =>
				Array.from(pixels.slice((y * image.width + x) * 4, (y * image.width + x) * 4 + 3));
			const centers = symbols.map(({ x, y, expected }) => {
				const found: [number, number][] = [];
				for (let row = Math.round(y) - radius; row <= y + radius; row++) {
					for (let column = Math.round(x) - radius; column <= x + radius; column++) {
						const isSimilar = colourAt(column, row).every(
							(value, channel) => Math.abs(value - (expected[channel] ?? 0)) < 40
						);
						if (isSimilar) found.push([column, row]);
					}
				}
				const mean = (index: 0 | 1) =>
					found.reduce((sum, point) => sum + point[index], 0) / found.length + 0.5;
				return found.length < 8 ? null : { x: mean(0), y: mean(1) };
			});
			const counts = new Map<string, number>();
			for (let y = 0; y < image.height; y += 5) {
				for (let x = Math.round(image.width / 2); x < image.width; x += 5) {
					const key = colourAt(x, y).join();
					counts.set(key, (counts.get(key) ?? 0) + 1);
				}
			}
			return { centers, mainColour: [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '' };
		},
		{
			picture: screenshot.toString('base64'),
			symbols: symbols.map(({ x, y, colour }) => ({ x, y, expected: channels(colour) })),
			radius: SEARCH_RADIUS
		}
	);
}
