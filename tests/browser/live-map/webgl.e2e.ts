/** Browsers that cannot draw the live map, each for a reason of its own. */
import { expect, test, type Page } from '@playwright/test';
import { ALIVE } from '../../support/browser/alive';
import {
	expectAnnounced,
	expectQuotes,
	expectStillMap,
	noteStates,
	statesOf,
	uncaught
} from '../../support/browser/faults';
import { site } from '../../support/browser/page';

const REFUSED = ['--disable-3d-apis'];
const NO_RENDERER = ['--disable-gpu', '--disable-software-rasterizer'];
const NO_WEBGL = ['--disable-webgl', '--disable-webgl2'];

async function expectWithout(page: Page): Promise<void> {
	const errors = uncaught(page);
	await noteStates(page);
	// While the map is waited for, too, the still one is there.
	await page.addInitScript((alive) => {
		const look = (): void => {
			const still = document.querySelector('.still svg');
			if (document.querySelector(alive) && !still?.checkVisibility())
				throw new Error('There is script and no map.');
			requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	}, ALIVE);
	for (const path of ['', 'embed/']) {
		await page.goto(site() + path);
		await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'unavailable', { timeout: 45_000 });
		expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBeNull();
		await expectStillMap(page);
		await expectAnnounced(page);
		await expectQuotes(page);
		const steps = await statesOf(page);
		expect(steps.map(({ state }) => state)).toEqual(['script', 'loading', 'unavailable']);
		test.info().annotations.push({
			type: `/${path}: milliseconds from script to announcement`,
			description: String(Math.round((steps.at(-1)?.at ?? 0) - (steps[0]?.at ?? 0)))
		});
	}
	expect(errors).toEqual([]);
}

for (const args of [REFUSED, NO_RENDERER, NO_WEBGL])
	test(`with ${args.join(' ')} the still map and every quote are there, and it is said that there is no other`, async ({
		playwright,
		launchOptions
	}) => {
		const browser = await playwright.chromium.launch({
			...launchOptions,
			args: [...(launchOptions.args ?? []), ...args]
		});
		await expectWithout(await browser.newPage());
		await browser.close();
	});

for (const [name, kinds] of [
	['no canvas can be drawn on', ['webgl2', 'webgl', '2d', 'bitmaprenderer']],
	['there is WebGL 1 alone', ['webgl2']]
] as const) {
	test(`where ${name}, the still map and every quote are there, and it is said that there is no other`, async ({
		page
	}) => {
		await page.addInitScript(
			(kinds) => {
				const original = HTMLCanvasElement.prototype.getContext;
				HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...asked: unknown[]) {
					return kinds.includes(String(asked[0])) ? null : Reflect.apply(original, this, asked);
				} as typeof original;
			},
			kinds as readonly string[]
		);
		await expectWithout(page);
	});
}
