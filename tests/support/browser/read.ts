/** Reads the passages of a page or frame as a reader does. */
import { expect, type FrameLocator, type Page } from '@playwright/test';

/** The quotes of the list that can be seen. */
const visibleQuotes = (target: Page | FrameLocator): Promise<string[]> =>
	target.locator('main ol blockquote').locator('visible=true').allTextContents();

/** Presses a control of the walk until it leads no further. Returns what was read after each press. */
export async function pressThrough(
	target: Page | FrameLocator,
	control: 'Next' | 'Previous'
): Promise<string[]> {
	const read: string[] = [];
	const link = target.locator('a[href]').and(target.getByRole('link', { name: control, exact: true }));
	let [before] = await visibleQuotes(target);
	while ((await link.count()) > 0) {
		await link.click();
		await expect.poll(() => visibleQuotes(target)).not.toEqual([before]);
		[before] = await visibleQuotes(target);
		read.push(before ?? '');
	}
	return read;
}

/**
 * All quotes that can be read. A small frame shows one passage at a time; it is read to its end and back, and shows the
 * first passage again.
 */
export async function readQuotes(target: Page | FrameLocator): Promise<string[]> {
	const shown = await visibleQuotes(target);
	if (shown.length !== 1) return shown;
	const back = await pressThrough(target, 'Previous');
	const [first] = back.length > 0 ? back.slice(-1) : shown;
	const quotes = [first ?? '', ...(await pressThrough(target, 'Next'))];
	const returned = await pressThrough(target, 'Previous');
	expect(returned).toEqual(quotes.slice(0, -1).reverse());
	return quotes;
}
