/** What the tests of failures share. */
import { expect, type Page } from '@playwright/test';
import { words } from '../../../src/lib/words/words';
import { ALIVE, ALIVE_ATTRIBUTE } from './alive';
import { story } from './page';

/** Milliseconds that a map may be loading before the page says that there is none. */
export const LONGEST_LOADING = 5000;
/** Milliseconds. Time is counted in turns of the page: what a busy machine keeps it from doing it cannot do in time. */
const TURN = 100;

/** Numbers from 0 to 1, the same in every run: https://en.wikipedia.org/wiki/Lehmer_random_number_generator */
export function randomNumbers(seed: number): () => number {
	// Small seeds would begin with small numbers.
	let state = (seed * 999_983) % 2_147_483_647;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** What the page did not catch. */
export function uncaught(page: Page): string[] {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	return errors;
}

interface Step {
	state: string;
	/** Milliseconds. */
	at: number;
	turn: number;
}

/** Notes each state of the map with its time, in the page itself: a busy test would see them late. */
export async function noteStates(page: Page): Promise<void> {
	await page.addInitScript(
		({ length, alive, attribute }) => {
			const steps: Step[] = [];
			let turn = 0;
			Object.assign(globalThis, { steps });
			setInterval(() => turn++, length);
			new MutationObserver((records) => {
				for (const { target, attributeName } of records) {
					const element = target as HTMLElement;
					const state = attributeName === 'data-map' ? element.dataset['map'] : 'script';
					if (state && (state !== 'script' || element.matches(alive)))
						steps.push({ state, at: performance.now(), turn });
				}
			}).observe(document, { subtree: true, attributeFilter: ['data-map', attribute] });
		},
		{ length: TURN, alive: ALIVE, attribute: ALIVE_ATTRIBUTE }
	);
}

export const statesOf = (page: Page): Promise<Step[]> =>
	page.evaluate(() => (globalThis as unknown as { steps: Step[] }).steps);

/** Milliseconds from each time the map began to load until it had another state. */
export async function loadingTimes(page: Page): Promise<number[]> {
	const steps = await statesOf(page);
	return steps.flatMap(({ state, turn }, index) =>
		state === 'loading' ? [((steps[index + 1]?.turn ?? Infinity) - turn) * TURN] : []
	);
}

/** Every quote that is not a comment can be read in the list, as it is in the article. */
export async function expectQuotes(page: Page): Promise<void> {
	const shown = page.locator('main ol blockquote').locator('visible=true');
	// In a frame the list comes a moment after the map.
	await expect
		.poll(() => shown.allTextContents())
		.toEqual(story.passages.filter(({ voice }) => voice !== 'comment').map(({ quote }) => quote));
}

/** The still map, with what it says in words; nothing lies over it. */
export async function expectStillMap(page: Page): Promise<void> {
	const still = page.getByRole('group', { name: `Map of ${story.views[0]?.label}` });
	await expect(still).toBeVisible();
	await expect(still.getByRole('link')).not.toHaveCount(0);
	await expect(page.locator('.ground .picture')).toHaveCount(0);
}

/** That there is no moving map is said in words, to the eye and to the ear, with a way to try again. */
export async function expectAnnounced(page: Page): Promise<void> {
	const said = page.getByRole('status').getByText(words.map.unavailable);
	await expect(said).toHaveCount(1);
	await expect(said).toBeVisible();
	await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
}
