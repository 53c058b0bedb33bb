/** Compares and checks screenshots. They are decoded in the page, so that no library is needed. */
import { expect, type Locator, type Page } from '@playwright/test';
import { palette } from '../../../src/lib/style/palette';
import { pixelOf, story } from './page';

/** How much red, green and blue (0 to 255) of two pixels may differ if they are to count as equal. */
const TOLERANCE = 40;
/** Half the side of the square in which the colour of a place is searched, in CSS pixels. */
const REACH = 9;

/** The share of pixels that differ between two screenshots: 0 to 1, and 1 if their sizes differ. */
export async function difference(
	page: Page,
	before: Buffer,
	after: Buffer,
	tolerance = TOLERANCE
): Promise<number> {
	return page.evaluate(
		async ({ pictures, tolerance }) => {
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
				const differences = [0, 1, 2].map((channel) =>
					Math.abs((before[at + channel] ?? 0) - (after[at + channel] ?? 0))
				);
				if (Math.max(...differences) >= tolerance) differing++;
			}
			return differing / (before.length / 4);
		},
		{ pictures: [before, after].map((picture) => picture.toString('base64')), tolerance }
	);
}

/** How many pixels around a place have the colour of its layer. The map must show the first view. */
export async function colouredPixels(page: Page, place: string): Promise<number> {
	const [view] = story.views;
	const { layer, anchor } = story.places.find(({ id }) => id === place) ?? {};
	const hue = story.layers.find(({ id }) => id === layer)?.hue ?? 'ink';
	if (!view || !anchor) throw new Error(`${place} is not drawn.`);
	const { x, y } = await pixelOf(page, view, anchor);
	const size = 2 * REACH + 1;
	const clip = { x: Math.round(x) - REACH, y: Math.round(y) - REACH, width: size, height: size, scale: 1 };
	// Playwright's screenshot() waits for fonts, and in some tests a file never arrives.
	const session = await page.context().newCDPSession(page);
	const { data } = await session.send('Page.captureScreenshot', { clip });
	await session.detach();
	const colour = palette.light[hue];
	return page.evaluate(
		async ({ picture, colour, tolerance }) => {
			const bytes = Uint8Array.from(atob(picture), (byte) => byte.charCodeAt(0));
			const image = await createImageBitmap(new Blob([bytes]));
			const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
			context?.drawImage(image, 0, 0);
			const data = context?.getImageData(0, 0, image.width, image.height).data ?? [];
			const expected = [1, 3, 5].map((from) => parseInt(colour.slice(from, from + 2), 16));
			let count = 0;
			for (let at = 0; at < data.length; at += 4) {
				if (expected.every((value, channel) => Math.abs(value - (data[at + channel] ?? 0)) < tolerance))
					count++;
			}
			return count;
		},
		{ picture: data, colour, tolerance: TOLERANCE }
	);
}

/** The live map shows the camp and the border in their colours. */
export async function expectMapRendered(page: Page): Promise<void> {
	for (const place of ['border-camp', 'border'])
		await expect.poll(() => colouredPixels(page, place), { message: place }).toBeGreaterThan(20);
}

export const screenshotOf = (map: Locator): Promise<Buffer> => map.screenshot({ animations: 'disabled' });
