/** What a screenshot shows: it is decoded in the page, which needs no library for it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { palette } from '../../../src/lib/style/palette';
import { pixelOf, story } from './page';

/** Of each of red, green and blue: how far two pixels may be apart and still be of one colour. */
const NEAR = 40;
/** Half the side of the square in which the colour of a place is looked for, in pixels. */
const REACH = 9;

/** The share of the pixels in which two screenshots of one size differ: 0 to 1. */
export async function difference(page: Page, before: Buffer, after: Buffer, near = NEAR): Promise<number> {
	return page.evaluate(
		async ({ pictures, near }) => {
			const read = async (picture: string) => {
				const bytes = Uint8Array.from(atob(picture), (byte) => byte.charCodeAt(0));
				const image = await createImageBitmap(new Blob([bytes]));
				const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
				context?.drawImage(image, 0, 0);
				return context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
			};
			const [before, after] = await Promise.all(pictures.map(read));
			if (!before || before.length !== after?.length) return 1;
			let differing = 0;
			for (let at = 0; at < before.length; at += 4) {
				const apart = [0, 1, 2].map((part) => Math.abs((before[at + part] ?? 0) - (after[at + part] ?? 0)));
				if (Math.max(...apart) >= near) differing++;
			}
			return differing / (before.length / 4);
		},
		{ pictures: [before, after].map((picture) => picture.toString('base64')), near }
	);
}

/** How many pixels around a place of the first view have the colour of its layer; the map has not been moved. */
export async function colouredPixels(page: Page, place: string): Promise<number> {
	const [view] = story.views;
	const found = story.places.find(({ id }) => id === place);
	const hue = story.layers.find(({ id }) => id === found?.layer)?.hue ?? 'ink';
	if (!view || !found?.anchor) throw new Error(`${place} is not drawn.`);
	const { x, y } = await pixelOf(page, view, found.anchor);
	const size = 2 * REACH + 1;
	const clip = { x: Math.round(x) - REACH, y: Math.round(y) - REACH, width: size, height: size, scale: 1 };
	// Playwright's own screenshot waits for fonts, of which one may never come.
	const session = await page.context().newCDPSession(page);
	const { data } = await session.send('Page.captureScreenshot', { clip });
	await session.detach();
	const colour = palette.light[hue];
	return page.evaluate(
		async ({ picture, colour, near }) => {
			const bytes = Uint8Array.from(atob(picture), (byte) => byte.charCodeAt(0));
			const image = await createImageBitmap(new Blob([bytes]));
			const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
			context?.drawImage(image, 0, 0);
			const data = context?.getImageData(0, 0, image.width, image.height).data ?? [];
			const wanted = [1, 3, 5].map((from) => parseInt(colour.slice(from, from + 2), 16));
			let count = 0;
			for (let at = 0; at < data.length; at += 4) {
				if (wanted.every((value, part) => Math.abs(value - (data[at + part] ?? 0)) < near)) count++;
			}
			return count;
		},
		{ picture: data, colour, near: NEAR }
	);
}

/** The live map is the map, not an empty sea: the camp and the border are there in their colours. */
export async function expectDrawn(page: Page): Promise<void> {
	for (const place of ['border-camp', 'border'])
		await expect.poll(() => colouredPixels(page, place), { message: place }).toBeGreaterThan(20);
}

export const pictureOf = (map: Locator): Promise<Buffer> => map.screenshot({ animations: 'disabled' });
