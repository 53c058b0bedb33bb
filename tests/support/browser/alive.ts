/**
 * Whatever in the browser tests depends on how the site's script is built: its files, and how a page shows that it is
 * hydrated.
 */
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

export type PageOrFrame = Pick<FrameLocator, 'locator' | 'getByRole'>;

export const ENTRY_SCRIPT = /\/entry\/islands\.[^/]*\.js$/;
export const MAP_SCRIPT = /\/chunks\/live\.[^/]*\.js$/;
export const DIALOG_SCRIPT = /\/chunks\/SnippetDialog\./;
export const WORKER = /maplibre-gl-worker/;
export const ENTRY_ELEMENT = 'head > script[src]';
/** The data of the islands. Without it nothing is hydrated. */
export const ISLAND_DATA = /\/islands\.json$/;

export const HYDRATED = '[data-island="map"][data-alive]';
export const HYDRATED_ATTRIBUTE = 'data-alive';

/** Whether the URL is needed for the live map and for nothing else. */
export const isMapRequest = ({ pathname }: URL): boolean =>
	MAP_SCRIPT.test(pathname) || WORKER.test(pathname) || pathname.endsWith('/map.json');

export async function expectHydrated(target: PageOrFrame): Promise<void> {
	await expect(target.locator(HYDRATED)).toHaveCount(1);
}

/** Nothing is hydrated, and no control that needs script is visible. */
export async function expectNotHydrated(target: PageOrFrame): Promise<void> {
	await expect(target.locator(HYDRATED)).toHaveCount(0);
	await expect(target.locator('.scripted').locator('visible=true')).toHaveCount(0);
}

export const viewButton = (target: PageOrFrame, label: string): Locator =>
	target.getByRole('button', { name: label, exact: true });

/** On a wide map the key stands open; otherwise its button opens it. */
export async function openKey(target: PageOrFrame): Promise<void> {
	const button = target.getByRole('button', { name: 'Key', exact: true });
	if (await button.isVisible()) await button.click();
}

/** Uses all controls except those that open another page or start another map. Returns the number of controls. */
export async function clickEverything(page: Page): Promise<number> {
	return page.evaluate(() => {
		const excluded = ['Try again', 'Embed the map'];
		const buttons = [...document.querySelectorAll<HTMLElement>('button, summary')].filter(
			({ textContent }) => !excluded.includes(textContent.trim())
		);
		for (const button of buttons) button.click();
		const switches = document.querySelectorAll<HTMLElement>('input[data-layer], #comments');
		// Twice, so that each has its old value again.
		for (const control of [...switches, ...switches]) control.click();
		const links = document.querySelectorAll<HTMLElement>('a[href^="#"]:not([target])');
		// Browsers limit how many history entries a page may add in a short time.
		for (const link of [...links].slice(-8)) link.click();
		for (const key of ['Escape', 'Tab', 'ArrowLeft', '+'])
			document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
		return buttons.length + switches.length;
	});
}
