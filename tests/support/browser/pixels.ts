/** What a picture of the page shows. */
import type { Page } from '@playwright/test';
import { palette } from '../../../src/lib/style/palette';
import { story } from './page';

export interface Spot {
	x: number;
	y: number;
	colour: string;
}

/** Half the side of the square in which a symbol is looked for, in pixels. */
export const REACH = 9;

export const layerColour = (id: string): string =>
	palette.light[story.layers.find((layer) => layer.id === id)?.hue ?? 'ink'];

/** Red, green and blue of `#rrggbb`. */
export const channels = (colour: string): number[] =>
	[1, 3, 5].map((from) => parseInt(colour.slice(from, from + 2), 16));

/** The middle of the pixels of its colour around each spot, and the commonest colour of the whole picture. */
export async function look(
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
			const middles = spots.map(({ x, y, wanted }) => {
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
		{
			picture: screenshot.toString('base64'),
			spots: spots.map(({ x, y, colour }) => ({ x, y, wanted: channels(colour) })),
			reach: REACH
		}
	);
}
