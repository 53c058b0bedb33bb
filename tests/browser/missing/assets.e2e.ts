/** Whatever file of the site does not come, or comes wrong, the page can be read and says what its map is. */
import { expect, test, type Browser, type BrowserContext, type Page, type Route } from '@playwright/test';
import {
	expectAnnounced,
	expectQuotes,
	expectStillMap,
	loadingTimes,
	LONGEST_LOADING,
	noteStates,
	randomNumbers,
	uncaught
} from '../../support/browser/faults';
import { expectAsBuilt, SCRIPT_ELEMENT, STORY } from '../../support/browser/alive';
import { openLive, site } from '../../support/browser/page';
import { expectDrawn } from '../../support/browser/drawn';
import { all } from '../../support/rounds';

const PAGES = ['', 'embed/'] as const;
/** How many visits share the machine's cores; most of them wait. */
const AT_ONCE = 3;
const random = randomNumbers(12);

/** What happens to a file on its way. */
const ways: Record<string, (route: Route) => Promise<void> | void> = {
	'is blocked': (route) => route.abort(),
	'is not there': (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<p>Not found' }),
	'comes as a page that says sorry': (route) =>
		route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><p>Sorry' }),
	async 'comes as other bytes'(route) {
		const response = await route.fetch();
		const body = (await response.body()).map(() => Math.floor(random() * 256));
		await route.fulfill({ response, body: Buffer.from(body) });
	},
	'never comes': () => undefined
};

/** What comes to an end, after which the reader asks again: at once, and where nothing ever came. */
const MENDED = ['is not there', 'never comes'];

const settings = {
	viewport: { width: 800, height: 600 },
	reducedMotion: 'reduce',
	colorScheme: 'light'
} as const;

/** Every address that a visit asks for besides the page. */
async function assetsOf(browser: Browser, path: string): Promise<string[]> {
	const context = await browser.newContext(settings);
	const page = await context.newPage();
	const asked = new Set<string>();
	context.on('request', (request) => asked.add(request.url()));
	await openLive(page, path);
	await context.close();
	asked.delete(site() + path);
	return [...asked].map((address) => address.slice(site().length)).sort();
}

/** Of each page, found out once. */
let asked: Promise<string[][]> | undefined;

/** Its state may still change: a map that is late comes after all. */
async function expectHonest(page: Page): Promise<void> {
	if ((await page.locator('[data-map]').getAttribute('data-map')) === 'live') await expectDrawn(page);
	else {
		await expectStillMap(page);
		await expectAnnounced(page);
	}
}

async function visit(context: BrowserContext, path: string, asset: string, way: string): Promise<void> {
	const page = await context.newPage();
	const errors = uncaught(page);
	await noteStates(page);
	await page.route(site() + asset, (route) => ways[way]?.(route));
	await page.goto(site() + path, { waitUntil: 'domcontentloaded' });
	await expectQuotes(page);
	const map = page.locator('[data-map]');
	const entry = await page.locator(SCRIPT_ELEMENT).getAttribute('src');
	if (entry?.endsWith(asset) || STORY.test(`/${asset}`)) {
		await expectAsBuilt(page);
		await expect(map).toHaveAttribute('data-map', 'still');
		await expectStillMap(page);
		return;
	}
	await expect(map).toHaveAttribute('data-map', /live|unavailable/, { timeout: 45_000 });
	for (const time of await loadingTimes(page)) expect(time).toBeLessThanOrEqual(LONGEST_LOADING);
	await expect(() => expectHonest(page)).toPass({ timeout: 40_000 });
	await expectQuotes(page);
	expect(errors).toEqual([]);
	await page.unrouteAll({ behavior: 'ignoreErrors' });
	const retry = page.getByRole('button', { name: 'Try again' });
	if (!MENDED.includes(way) || !(await retry.isVisible())) return;
	// It may come by itself meanwhile, and the button go.
	await retry.click({ timeout: 3000 }).catch(() => undefined);
	await expect(map).toHaveAttribute('data-map', 'live', { timeout: 60_000 });
	await expectDrawn(page);
}

for (const [order, way] of Object.keys(ways).entries()) {
	test(`a file that ${way} leaves every quote, and a map that says what it is`, async ({ browser }) => {
		test.setTimeout(all ? 1_200_000 : 300_000);
		asked ??= Promise.all(PAGES.map((path) => assetsOf(browser, path)));
		const cases = (await asked).flatMap((assets, page) =>
			assets
				// Each file in one way or another; with all rounds in every way.
				.filter((_, index) => all || (index + order + page) % 4 === 0)
				.map((asset) => [PAGES[page] ?? '', asset] as const)
		);
		expect(cases.length).toBeGreaterThan(1);
		const next = cases.values();
		const faults: string[] = [];
		const runner = async (): Promise<void> => {
			for (const [path, asset] of next) {
				const context = await browser.newContext(settings);
				await visit(context, path, asset, way).catch((error: unknown) =>
					faults.push(`${asset} of /${path}: ${String(error)}`)
				);
				await context.close();
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, runner));
		expect(faults).toEqual([]);
	});
}
