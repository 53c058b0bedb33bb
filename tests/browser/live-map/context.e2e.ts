/** WebGL contexts that are lost, and restored or not: the page keeps its content and its map. */
import { expect, test, type Page } from '@playwright/test';
import { clickEverything, openKey, viewButton } from '../../support/browser/alive';
import {
	expectFailureMessage,
	expectQuotes,
	expectStillMap,
	recordStates,
	randomNumbers,
	recordedStates,
	collectErrors
} from '../../support/browser/faults';
import { expectCard, openLive } from '../../support/browser/page';
import { difference, expectMapRendered, screenshotOf } from '../../support/browser/drawn';
import { ALL_ROUNDS, rounds } from '../../support/rounds';

test.use({
	viewport: { width: 800, height: 600 },
	colorScheme: 'light',
	permissions: ['clipboard-write']
});

const LIVE = { timeout: 60_000 };
/** Milliseconds: the longest time after which a lost context is restored. */
const MAX_LOSS = 2000;

/** Makes the map lose its context. It is restored after so many milliseconds, or never. */
async function loseContext(page: Page, restoreAfter?: number): Promise<void> {
	await page.evaluate((restoreAfter) => {
		const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas');
		const extension = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
		if (!extension) throw new Error('There is no context to lose.');
		extension.loseContext();
		if (restoreAfter !== undefined) setTimeout(() => extension.restoreContext(), restoreAfter);
	}, restoreAfter);
}

test(
	'after a context was lost at any time and restored, the map and the card are the same, without errors',
	ALL_ROUNDS,
	async ({ page }) => {
		const count = rounds(1, 95);
		test.setTimeout(180_000 + count * 10_000);
		const random = randomNumbers(6);
		const errors = collectErrors(page);
		await openLive(page, '#border-camp');
		const [map, ground] = [page.locator('[data-map]'), page.locator('.ground')];
		await expectCard(page, 'border-camp');
		const before = await screenshotOf(ground);
		for (let round = 0; round < count; round++) {
			await page.evaluate((wait) => new Promise((resolve) => setTimeout(resolve, wait)), random() * 300);
			await loseContext(page, random() * rounds(MAX_LOSS / 4, MAX_LOSS));
			await expect(map).toHaveAttribute('data-map', /lost|live/);
			await expectCard(page, 'border-camp');
			expect(await clickEverything(page)).toBeGreaterThan(10);
			await page.evaluate(() => (location.hash = 'border-camp'));
			await expect(map).toHaveAttribute('data-map', 'live', LIVE);
			await expectCard(page, 'border-camp');
			await expect
				.poll(async () => difference(page, before, await screenshotOf(ground)), {
					message: `round ${round}`,
					timeout: 45_000
				})
				.toBeLessThan(0.01);
		}
		expect(errors).toEqual([]);
	}
);

/** WebGL functions that a map calls before its first frame is complete. */
type Step = 'getExtension' | 'linkProgram' | 'texImage2D' | 'drawElements';

/** Makes the first WebGL context lost at the given call of a function, and restores it a little later. */
async function loseFirstContext(page: Page, step: Step, count: number): Promise<void> {
	await page.addInitScript(
		([step, count]) => {
			let isCreated = false;
			const original = HTMLCanvasElement.prototype.getContext;
			HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
				const context = Reflect.apply(original, this, args) as WebGL2RenderingContext | null;
				if (args[0] !== 'webgl2' || !context || isCreated) return context;
				isCreated = true;
				const extension = context.getExtension('WEBGL_lose_context');
				const call = context[step] as (...values: unknown[]) => unknown;
				let calls = 0;
				Object.assign(context, {
					[step](...values: unknown[]) {
						if (++calls === count) {
							extension?.loseContext();
							setTimeout(() => extension?.restoreContext(), 300);
						}
						return Reflect.apply(call, context, values);
					}
				});
				return context;
			} as typeof original;
		},
		[step, count] as const
	);
}

/** At the first step the style is not loaded yet; at the last one the first frame is almost complete. */
const STEPS: [Step, number][] = [
	['getExtension', 1],
	['linkProgram', 1],
	['texImage2D', 1],
	['drawElements', 1],
	['drawElements', 20]
];

for (const [step, count] of STEPS) {
	test(
		`a map whose context is lost at call ${count} of ${step}, and restored, still becomes live`,
		ALL_ROUNDS,
		async ({ page }) => {
			const errors = collectErrors(page);
			await recordStates(page);
			await loseFirstContext(page, step, count);
			await openLive(page);
			const states = (await recordedStates(page)).map(({ state }) => state);
			expect(states.indexOf('lost')).toBeGreaterThan(states.indexOf('loading'));
			expect(states.indexOf('live')).toBeGreaterThan(states.indexOf('lost'));
			await expectMapRendered(page);
			expect(errors).toEqual([]);
		}
	);
}

test(
	'a restored map has the theme, the layers and the camera position that the reader has chosen',
	ALL_ROUNDS,
	async ({ page }) => {
		await openLive(page, '#border-camp');
		const [map, ground] = [page.locator('[data-map]'), page.locator('.ground')];
		await page.emulateMedia({ colorScheme: 'dark' });
		await openKey(page);
		await page.getByRole('checkbox', { name: 'Countries the article names' }).press('Space');
		await viewButton(page, 'Countries of origin').press('Enter');
		// This view needs the data of the whole world.
		const requests = () =>
			page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
		await expect.poll(async () => (await requests()).join()).toContain('/whole.json');
		// The button is disabled while the map is lost, so its focus outline would be missing in the second screenshot.
		await page.locator('#map').evaluate(() => (document.activeElement as HTMLElement).blur());
		let before = await screenshotOf(ground);
		await expect(async () => {
			const previous = before;
			before = await screenshotOf(ground);
			expect(await difference(page, previous, before)).toBeLessThan(0.0005);
		}).toPass();
		await loseContext(page, 0);
		await expect(map).toHaveAttribute('data-map', 'lost');
		await expect(map).toHaveAttribute('data-map', 'live', LIVE);
		// MapLibre may place some names on another side of their position.
		await expect
			.poll(async () => difference(page, before, await screenshotOf(ground), 20))
			.toBeLessThan(0.03);
	}
);

test('if a context is lost for good, the page shows the still map and a message, and can start another map', async ({
	page
}) => {
	const count = rounds(1, 20);
	test.setTimeout(180_000 + count * 10_000);
	const errors = collectErrors(page);
	await recordStates(page);
	await openLive(page, '#bobrowniki-bierestowica-road');
	const ground = page.locator('.ground');
	const before = await screenshotOf(ground);
	for (let round = 0; round < count; round++) {
		await page.evaluate(async () => {
			const [stage, still] = [document.querySelector('[data-map]'), document.querySelector('.still svg')];
			const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas');
			canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
			while (!still?.checkVisibility() || stage?.getAttribute('data-map') !== 'lost')
				await new Promise((resolve) => requestAnimationFrame(resolve));
		});
		await expectStillMap(page);
		await expectFailureMessage(page);
		await expectCard(page, 'bobrowniki-bierestowica-road');
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'live', LIVE);
		await expect
			.poll(async () => difference(page, before, await screenshotOf(ground)), {
				message: `round ${round}`,
				timeout: 45_000
			})
			.toBeLessThan(0.01);
	}
	await expect(page.locator('.maplibregl-canvas')).toHaveCount(1);
	await expectQuotes(page);
	await page.getByRole('button', { name: 'Zoom in' }).focus();
	await loseContext(page);
	await expect(page.locator('.ground'), 'focus stays at the map').toBeFocused();
	expect(errors).toEqual([]);
});
