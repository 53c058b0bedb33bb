/** How the tests know that script has brought a page to life, and what they press then: whatever depends on how its script is made. */
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** A page or a frame in it. */
export type Shown = Pick<FrameLocator, 'locator' | 'getByRole'>;

/** The page's script; the part of it that draws the live map; what it loads when it is asked for; and MapLibre's worker. */
export const SCRIPT = /\/entry\/islands\.[^/]*\.js$/;
export const MAP_SCRIPT = /\/chunks\/live\.[^/]*\.js$/;
export const LATER_SCRIPT = /\/chunks\/SnippetDialog\./;
export const WORKER = /maplibre-gl-worker/;
/** The element by which a page asks for its script. */
export const SCRIPT_ELEMENT = 'head > script[src]';
/** What its islands are made of. Without it the page stays as it was built, too. */
export const STORY = /\/islands\.json$/;

/** What matches once script is there, and the attribute by which that is seen. */
export const ALIVE = '[data-island="map"][data-alive]';
export const ALIVE_ATTRIBUTE = 'data-alive';

/** Everything that draws the live map; without it all else of the page works. */
export const drawsMap = ({ pathname }: URL): boolean =>
	MAP_SCRIPT.test(pathname) || WORKER.test(pathname) || pathname.endsWith('/map.json');

export async function expectAlive(shown: Shown): Promise<void> {
	await expect(shown.locator(ALIVE)).toHaveCount(1);
}

/** The page is as it was built: nothing has come to life, and nothing offers what only script can do. */
export async function expectAsBuilt(shown: Shown): Promise<void> {
	await expect(shown.locator(ALIVE)).toHaveCount(0);
	await expect(shown.locator('.scripted').locator('visible=true')).toHaveCount(0);
}

export const viewButton = (shown: Shown, label: string): Locator =>
	shown.getByRole('button', { name: label, exact: true });

/** Presses whatever can be pressed, but for what opens another page or another map. */
export async function pressEverything(page: Page): Promise<number> {
	return page.evaluate(() => {
		const leftAlone = ['Try again', 'Embed the map'];
		const buttons = [...document.querySelectorAll<HTMLElement>('button, summary')].filter(
			({ textContent }) => !leftAlone.includes(textContent.trim())
		);
		for (const button of buttons) button.click();
		const switches = document.querySelectorAll<HTMLElement>('input[data-layer], #comments');
		// Off and on again.
		for (const control of [...switches, ...switches]) control.click();
		const links = document.querySelectorAll<HTMLElement>('a[href^="#"]:not([target])');
		// A browser refuses hundreds of steps of its history at once.
		for (const link of [...links].slice(-8)) link.click();
		for (const key of ['Escape', 'Tab', 'ArrowLeft', '+'])
			document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
		return buttons.length + switches.length;
	});
}
