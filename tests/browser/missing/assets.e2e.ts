/**
 * Files of the site that fail to load, or have wrong content: the page can be read, and says if there is no live map.
 */
import { expect, test, type Browser, type BrowserContext, type Page, type Route } from '@playwright/test';
import {
	expectFailureMessage,
	expectQuotes,
	expectStillMap,
	loadingTimes,
	LONGEST_LOADING,
	recordStates,
	randomNumbers,
	collectErrors
} from '../../support/browser/faults';
import { expectNotHydrated, ENTRY_ELEMENT, ISLAND_DATA, MAP_SCRIPT } from '../../support/browser/alive';
import { openLive, site } from '../../support/browser/page';
import { expectMapRendered } from '../../support/browser/drawn';
import { all, firstOf } from '../../support/rounds';

const PAGES = ['', 'embed/'] as const;
/** How many visits run at the same time; most of the time they wait. */
const CONCURRENCY = 3;
const random = randomNumbers(12);

/** How a file fails, as the name of a test says it. */
const failures: Record<string, (route: Route) => Promise<void> | void> = {
	'is missing': (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<p>Not found' }),
	'is blocked': (route) => route.abort(),
	'is replaced by an HTML page': (route) =>
		route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><p>Sorry' }),
	async 'has random bytes'(route) {
		const response = await route.fetch();
		const body = (await response.body()).map(() => Math.floor(random() * 256));
		await route.fulfill({ response, body: Buffer.from(body) });
	},
	'never arrives': () => undefined
};

/** Failures after which the button "Try again" is tested: one that ends at once, and one that never ends. */
const RETRIED = ['is missing', 'never arrives'];

const settings = {
	viewport: { width: 800, height: 600 },
	reducedMotion: 'reduce',
	colorScheme: 'light'
} as const;

/** Paths of all files that a page requests. */
async function assetsOf(browser: Browser, path: string): Promise<string[]> {
	const context = await browser.newContext(settings);
	const page = await context.newPage();
	const urls = new Set<string>();
	context.on('request', (request) => urls.add(request.url()));
	await openLive(page, path);
	await context.close();
	urls.delete(site() + path);
	return [...urls].map((url) => url.slice(site().length)).sort();
}

/** The files of each page in PAGES, determined once. */
let assetsOfPages: Promise<string[][]> | undefined;

/** The map is live and rendered, or the page says that there is none. A late map may still become live. */
async function expectMapOrMessage(page: Page): Promise<void> {
	if ((await page.locator('[data-map]').getAttribute('data-map')) === 'live') await expectMapRendered(page);
	else {
		await expectStillMap(page);
		await expectFailureMessage(page);
	}
}

const isIslandScript = (asset: string): boolean =>
	asset.includes('/chunks/') && !MAP_SCRIPT.test(`/${asset}`);

async function visit(context: BrowserContext, path: string, asset: string, failure: string): Promise<void> {
	const page = await context.newPage();
	const errors = collectErrors(page);
	await recordStates(page);
	await page.route(site() + asset, (route) => failures[failure]?.(route));
	await page.goto(site() + path, { waitUntil: 'domcontentloaded' });
	await expect(page.locator('main blockquote').first()).toBeVisible();
	const map = page.locator('[data-map]');
	const entry = await page.locator(ENTRY_ELEMENT).getAttribute('src');
	if (entry?.endsWith(asset) || ISLAND_DATA.test(`/${asset}`)) {
		await expectNotHydrated(page);
		await expect(map).toHaveAttribute('data-map', 'still');
		await expectStillMap(page);
		await expectQuotes(page);
		return;
	}
	if (isIslandScript(asset)) {
		// Without the scripts of the islands the page stays as it was prerendered.
		const settled = expect(map).toHaveAttribute('data-map', /live|unavailable/, { timeout: 12_000 });
		const state = await settled.catch(() => map.getAttribute('data-map'));
		if (state === 'still') {
			await expectStillMap(page);
			await expectQuotes(page);
			return;
		}
	}
	await expect(map).toHaveAttribute('data-map', /live|unavailable/, { timeout: 45_000 });
	for (const time of await loadingTimes(page)) expect(time).toBeLessThanOrEqual(LONGEST_LOADING);
	await expect(() => expectMapOrMessage(page)).toPass({ timeout: 40_000 });
	await page.unrouteAll({ behavior: 'ignoreErrors' });
	const retry = page.getByRole('button', { name: 'Try again' });
	if (!RETRIED.includes(failure) || !(await retry.isVisible())) {
		// Reading on moves the map, so this comes last. It takes long in the embed.
		if (all || path === '') await expectQuotes(page);
		expect(errors).toEqual([]);
		return;
	}
	// The map may become live by itself meanwhile, and the button disappears.
	await retry.click({ timeout: 3000 }).catch(() => undefined);
	await expect(map).toHaveAttribute('data-map', 'live', { timeout: 60_000 });
	await expectMapRendered(page);
	if (all || path === '') await expectQuotes(page);
	expect(errors).toEqual([]);
}

for (const failure of firstOf(Object.keys(failures))) {
	test(`if a file ${failure}, the page shows every quote, and a live map or a message`, async ({
		browser
	}) => {
		test.setTimeout(all ? 1_200_000 : 300_000);
		assetsOfPages ??= Promise.all(PAGES.map((path) => assetsOf(browser, path)));
		const cases = (await assetsOfPages).flatMap((assets, page) =>
			assets
				// Every twelfth file, others for each page; if all rounds are run, every file.
				.filter((_, index) => all || (index + 5 * page) % 12 === 0)
				.map((asset) => [PAGES[page] ?? '', asset] as const)
		);
		expect(cases.length).toBeGreaterThan(1);
		const remaining = cases.values();
		const errors: string[] = [];
		const runVisits = async (): Promise<void> => {
			for (const [path, asset] of remaining) {
				const context = await browser.newContext(settings);
				await visit(context, path, asset, failure).catch((error: unknown) =>
					errors.push(`${asset} of /${path}: ${String(error)}`)
				);
				await context.close();
			}
		};
		await Promise.all(Array.from({ length: CONCURRENCY }, runVisits));
		expect(errors).toEqual([]);
	});
}
