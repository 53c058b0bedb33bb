/** Records and checks for the tests of failures. */
import { readQuotes } from './read';
import { expect, type Page } from '@playwright/test';
import { words } from '../../../src/lib/words/words';
import { HYDRATED, HYDRATED_ATTRIBUTE } from './alive';
import { story } from './page';

/** Milliseconds after which a page that is still loading the map must say that it is unavailable. */
export const LONGEST_LOADING = 5000;
/**
 * Milliseconds. Loading times are counted in ticks of an interval in the page, so that time in which a busy machine
 * does not run the page does not count.
 */
const TICK = 100;

/** Pseudo-random numbers from 0 to 1: https://en.wikipedia.org/wiki/Lehmer_random_number_generator */
export function randomNumbers(seed: number): () => number {
	// With a small seed the first numbers would be small.
	let state = (seed * 999_983) % 2_147_483_647;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** The messages of uncaught errors in the page, as they occur. */
export function collectErrors(page: Page): string[] {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	return errors;
}

interface Step {
	state: string;
	/** Milliseconds since the page was opened. */
	at: number;
	tick: number;
}

/** Records the states of the map and when they began, in the page, because the test could miss some. */
export async function recordStates(page: Page): Promise<void> {
	await page.addInitScript(
		({ length, hydrated, attribute }) => {
			const steps: Step[] = [];
			let tick = 0;
			Object.assign(globalThis, { steps });
			setInterval(() => tick++, length);
			new MutationObserver((records) => {
				for (const { target, attributeName } of records) {
					const element = target as HTMLElement;
					const state = attributeName === 'data-map' ? element.dataset['map'] : 'script';
					if (state && (state !== 'script' || element.matches(hydrated)))
						steps.push({ state, at: performance.now(), tick });
				}
			}).observe(document, { subtree: true, attributeFilter: ['data-map', attribute] });
		},
		{ length: TICK, hydrated: HYDRATED, attribute: HYDRATED_ATTRIBUTE }
	);
}

export const recordedStates = (page: Page): Promise<Step[]> =>
	page.evaluate(() => (globalThis as unknown as { steps: Step[] }).steps);

/** Milliseconds that the map was loading, for each time that it was. */
export async function loadingTimes(page: Page): Promise<number[]> {
	const steps = await recordedStates(page);
	return steps.flatMap(({ state, tick }, index) =>
		state === 'loading' ? [((steps[index + 1]?.tick ?? Infinity) - tick) * TICK] : []
	);
}

/** Every quote can be read except those of comments. */
export async function expectQuotes(page: Page): Promise<void> {
	const quotes = story.passages.filter(({ voice }) => voice !== 'comment').map(({ quote }) => quote);
	// In /embed/ passages out of view are rendered later (content-visibility).
	await expect(async () => expect(await readQuotes(page)).toEqual(quotes)).toPass();
}

/** The still map is visible and accessible, and no picture covers it. */
export async function expectStillMap(page: Page): Promise<void> {
	const still = page.getByRole('group', { name: `Map of ${story.views[0]?.label}` });
	await expect(still).toBeVisible();
	await expect(still.getByRole('link')).not.toHaveCount(0);
	await expect(page.locator('.ground .picture')).toHaveCount(0);
}

/**
 * A visible message, announced to screen readers, says that there is no live map. A button starts it again, where that can
 * help.
 */
export async function expectFailureMessage(page: Page, { canRetry = true } = {}): Promise<void> {
	const message = page.getByRole('status').getByText(words.map.unavailable);
	await expect(message).toHaveCount(1);
	await expect(message).toBeVisible();
	await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible({ visible: canRetry });
}
