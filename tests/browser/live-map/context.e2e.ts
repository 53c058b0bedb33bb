/** A lost WebGL context: taken at a random time, given back or not, the page keeps what it says. */
import { expect, test, type Page } from '@playwright/test';
import { pressEverything, viewButton } from '../../support/browser/alive';
import {
	expectAnnounced,
	expectQuotes,
	expectStillMap,
	noteStates,
	randomNumbers,
	statesOf,
	uncaught
} from '../../support/browser/faults';
import { expectCard, openLive } from '../../support/browser/page';
import { difference, expectDrawn, pictureOf } from '../../support/browser/drawn';
import { all, rounds } from '../../support/rounds';

test.use({
	viewport: { width: 800, height: 600 },
	colorScheme: 'light',
	permissions: ['clipboard-write']
});

const LIVE = { timeout: 60_000 };
/** Milliseconds after which a lost context comes back at the latest. */
const LONGEST = 2000;

/** Takes the map's context away; gives it back after so many milliseconds, or never. */
async function lose(page: Page, back?: number): Promise<void> {
	await page.evaluate((back) => {
		const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas');
		const extension = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
		if (!extension) throw new Error('There is no context to lose.');
		extension.loseContext();
		if (back !== undefined) setTimeout(() => extension.restoreContext(), back);
	}, back);
}

test('a context lost at any time and given back leaves the same map, the same card and no error', async ({
	page
}) => {
	const count = rounds(2, 95);
	test.setTimeout(180_000 + count * 10_000);
	const random = randomNumbers(6);
	const errors = uncaught(page);
	await openLive(page, '#border-camp');
	const [map, ground] = [page.locator('[data-map]'), page.locator('.ground')];
	await expectCard(page, 'border-camp');
	const before = await pictureOf(ground);
	for (let round = 0; round < count; round++) {
		await page.evaluate((wait) => new Promise((resolve) => setTimeout(resolve, wait)), random() * 300);
		await lose(page, random() * rounds(LONGEST / 4, LONGEST));
		await expect(map).toHaveAttribute('data-map', /lost|live/);
		await expectCard(page, 'border-camp');
		expect(await pressEverything(page)).toBeGreaterThan(10);
		await page.evaluate(() => (location.hash = 'border-camp'));
		await expect(map).toHaveAttribute('data-map', 'live', LIVE);
		await expectCard(page, 'border-camp');
		await expect
			.poll(async () => difference(page, before, await pictureOf(ground)), {
				message: `round ${round}`,
				timeout: 45_000
			})
			.toBeLessThan(0.01);
	}
	expect(errors).toEqual([]);
});

/** What a map does on its way to its first picture, as it tells the graphics processor. */
type Step = 'getExtension' | 'linkProgram' | 'texImage2D' | 'drawElements';

/** Takes the first context that a script makes for WebGL at so many of its steps, and gives it back a little later. */
async function loseFirst(page: Page, step: Step, count: number): Promise<void> {
	await page.addInitScript(
		([step, count]) => {
			let made = false;
			const original = HTMLCanvasElement.prototype.getContext;
			HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...asked: unknown[]) {
				const context = Reflect.apply(original, this, asked) as WebGL2RenderingContext | null;
				if (asked[0] !== 'webgl2' || !context || made) return context;
				made = true;
				const extension = context.getExtension('WEBGL_lose_context');
				const take = context[step] as (...values: unknown[]) => unknown;
				let taken = 0;
				Object.assign(context, {
					[step](...values: unknown[]) {
						if (++taken === count) {
							extension?.loseContext();
							setTimeout(() => extension?.restoreContext(), 300);
						}
						return Reflect.apply(take, context, values);
					}
				});
				return context;
			} as typeof original;
		},
		[step, count] as const
	);
}

/** At the first its style is not there yet, at the last little of the picture is missing. */
const BEFORE: [Step, number][] = [
	['getExtension', 1],
	['linkProgram', 1],
	['texImage2D', 1],
	['drawElements', 1],
	['drawElements', 20]
];

const tried = all ? BEFORE : [BEFORE[0]!, BEFORE.at(-1)!];
for (const [step, count] of tried) {
	test(`a context lost at its ${step} number ${count}, and given back, still becomes the map`, async ({
		page
	}) => {
		const errors = uncaught(page);
		await noteStates(page);
		await loseFirst(page, step, count);
		await openLive(page);
		const states = (await statesOf(page)).map(({ state }) => state);
		expect(states.indexOf('lost')).toBeGreaterThan(states.indexOf('loading'));
		expect(states.indexOf('live')).toBeGreaterThan(states.indexOf('lost'));
		await expectDrawn(page);
		expect(errors).toEqual([]);
	});
}

test('a restored map has the theme, the layers and the camera that the reader last chose', async ({
	page
}) => {
	await openLive(page, '#border-camp');
	const [map, ground] = [page.locator('[data-map]'), page.locator('.ground')];
	await page.emulateMedia({ colorScheme: 'dark' });
	await page.getByRole('checkbox', { name: 'Countries the article names' }).press('Space');
	await viewButton(page, 'Countries of origin').press('Enter');
	// There the map is whole only when the rest of the world has come.
	const fetched = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
	await expect.poll(async () => (await fetched()).join()).toContain('/whole.json');
	// A button that is switched off while there is no map has no focus to show afterwards.
	await page.locator('#map').evaluate(() => (document.activeElement as HTMLElement).blur());
	const look = (): Promise<Buffer> => pictureOf(ground);
	let chosen = await look();
	await expect(async () => {
		const last = chosen;
		chosen = await look();
		expect(await difference(page, last, chosen)).toBeLessThan(0.0005);
	}).toPass();
	await lose(page, 0);
	await expect(map).toHaveAttribute('data-map', 'lost');
	await expect(map).toHaveAttribute('data-map', 'live', LIVE);
	// Names of a map that is drawn anew may stand on another side of their places.
	await expect.poll(async () => difference(page, chosen, await look(), 20)).toBeLessThan(0.03);
});

test('a context lost for good leaves the still map, says so, and is replaced when asked', async ({
	page
}) => {
	const count = rounds(1, 20);
	test.setTimeout(180_000 + count * 10_000);
	const errors = uncaught(page);
	await noteStates(page);
	await openLive(page, '#bobrowniki-bierestowica-road');
	const ground = page.locator('.ground');
	const before = await pictureOf(ground);
	for (let round = 0; round < count; round++) {
		const waited = await page.evaluate(async () => {
			const [stage, still] = [document.querySelector('[data-map]'), document.querySelector('.still svg')];
			const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas');
			const from = performance.now();
			canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
			while (!still?.checkVisibility() || stage?.getAttribute('data-map') !== 'lost')
				await new Promise((resolve) => requestAnimationFrame(resolve));
			return performance.now() - from;
		});
		expect(waited).toBeLessThan(1000);
		await expectStillMap(page);
		await expectAnnounced(page);
		await expectCard(page, 'bobrowniki-bierestowica-road');
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'live', LIVE);
		await expect
			.poll(async () => difference(page, before, await pictureOf(ground)), {
				message: `round ${round}`,
				timeout: 45_000
			})
			.toBeLessThan(0.01);
	}
	await expect(page.locator('.maplibregl-canvas')).toHaveCount(1);
	await expectQuotes(page);
	await page.getByRole('button', { name: 'Zoom in' }).focus();
	await lose(page);
	await expect(page.locator('.ground'), 'focus stays at the map').toBeFocused();
	expect(errors).toEqual([]);
});
