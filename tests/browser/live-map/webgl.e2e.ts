/** Browsers without WebGL 2, for different reasons. */
import { expect, test, type Page } from '@playwright/test';
import { HYDRATED } from '../../support/browser/alive';
import {
	expectFailureMessage,
	expectQuotes,
	expectStillMap,
	recordStates,
	recordedStates,
	collectErrors
} from '../../support/browser/faults';
import { site } from '../../support/browser/page';
import { firstOf, ALL_ROUNDS } from '../../support/rounds';

const API_DISABLED = ['--disable-3d-apis'];
const NO_RENDERER = ['--disable-gpu', '--disable-software-rasterizer'];
const WEBGL_DISABLED = ['--disable-webgl', '--disable-webgl2'];

/** Both pages show the still map and all quotes, and say that there is no live map. */
async function expectNoLiveMap(page: Page): Promise<void> {
	const errors = collectErrors(page);
	await recordStates(page);
	// The still map must be visible in every frame, also while the live map is loading.
	await page.addInitScript((hydrated) => {
		const check = (): void => {
			const still = document.querySelector('.still svg');
			if (document.querySelector(hydrated) && !still?.checkVisibility())
				throw new Error('The page is hydrated, and no map is visible.');
			requestAnimationFrame(check);
		};
		requestAnimationFrame(check);
	}, HYDRATED);
	for (const path of ['', 'embed/']) {
		await page.goto(site() + path);
		await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'unavailable', { timeout: 45_000 });
		expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBeNull();
		await expectStillMap(page);
		await expectFailureMessage(page, { canRetry: false });
		await expectQuotes(page);
		const steps = await recordedStates(page);
		expect(steps.map(({ state }) => state)).toEqual(['script', 'loading', 'unavailable']);
		test.info().annotations.push({
			type: `/${path}: milliseconds from script to announcement`,
			description: String(Math.round((steps.at(-1)?.at ?? 0) - (steps[0]?.at ?? 0)))
		});
	}
	expect(errors).toEqual([]);
}

for (const args of firstOf([API_DISABLED, NO_RENDERER, WEBGL_DISABLED]))
	test(`with ${args.join(' ')} the page shows the still map and every quote, and says that there is no live map`, async ({
		playwright,
		launchOptions
	}) => {
		const browser = await playwright.chromium.launch({
			...launchOptions,
			args: [...(launchOptions.args ?? []), ...args]
		});
		await expectNoLiveMap(await browser.newPage());
		await browser.close();
	});

for (const [name, contextTypes] of [
	['no canvas context is available', ['webgl2', 'webgl', '2d', 'bitmaprenderer']],
	['only WebGL 1 is available', ['webgl2']]
] as const) {
	test(
		`if ${name}, the page shows the still map and every quote, and says that there is no live map`,
		ALL_ROUNDS,
		async ({ page }) => {
			await page.addInitScript(
				(contextTypes) => {
					const original = HTMLCanvasElement.prototype.getContext;
					HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
						return contextTypes.includes(String(args[0])) ? null : Reflect.apply(original, this, args);
					} as typeof original;
				},
				contextTypes as readonly string[]
			);
			await expectNoLiveMap(page);
		}
	);
}
