/** Automatic accessibility checks with axe, in many states of the pages. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { ENTRY_SCRIPT } from '../../support/browser/alive';
import { openCards, openWithoutLiveMap, site } from '../../support/browser/page';
import { firstOf, ALL_ROUNDS } from '../../support/rounds';

/** Without frames: axe would report the landmarks of a page and of its frame as duplicates. */
async function expectNoViolations(page: Page, state: string, rules?: string[]): Promise<void> {
	// Only the normal mode of axe needs another page, to combine the results of frames.
	const axe = new AxeBuilder({ page }).exclude('iframe').setLegacyMode();
	const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
	expect(
		violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
		state
	).toEqual([]);
}

const PAGES = ['', 'embed/'];
/** The rules of axe about colours. All other rules are checked in the light theme only. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

for (const path of firstOf(PAGES))
	test(`axe finds nothing in /${path} with a card, in dark, with forced colours, 320 px wide, and with the live map`, async ({
		page
	}) => {
		await openWithoutLiveMap(page, `${path}#border-camp`);
		await expectNoViolations(page, 'with a card open');
		await page.emulateMedia({ colorScheme: 'dark' });
		await expectNoViolations(page, 'in dark', COLOUR_RULES);
		await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
		await expectNoViolations(page, 'with forced colours', COLOUR_RULES);

		await page.emulateMedia({ forcedColors: 'none' });
		const initialSize = page.viewportSize()!;
		await page.setViewportSize({ width: 320, height: 480 });
		await page.goto(`${site()}${path}#bobrowniki-bierestowica-road`);
		await expect(openCards(page)).toHaveCount(1);
		await expectNoViolations(page, '320 px wide, with a crossing');

		await page.setViewportSize(initialSize);
		await page.locator('.ground').click({ position: { x: 20, y: 200 } });
		await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'live', { timeout: 60_000 });
		await page.evaluate(() => (location.hash = 'map'));
		await expect(openCards(page)).toHaveCount(0);
		await expectNoViolations(page, 'with the map live and no card');
	});

test('axe finds nothing if the live map is unavailable', ALL_ROUNDS, async ({ page }) => {
	await page.addInitScript(() => (HTMLCanvasElement.prototype.getContext = () => null));
	for (const path of PAGES) {
		await page.goto(site() + path);
		await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'unavailable');
		await expectNoViolations(page, `/${path}`);
	}
});

test('axe finds nothing without script', ALL_ROUNDS, async ({ page }) => {
	// axe needs script, so only that of the page is blocked.
	await page.route(ENTRY_SCRIPT, (route) => route.abort());
	for (const path of PAGES) {
		await page.goto(`${site()}${path}#iraq`);
		await expectNoViolations(page, `/${path}`);
	}
});

test(
	'axe finds nothing in the page of a place and in the dialog, in light and dark',
	ALL_ROUNDS,
	async ({ page }) => {
		const inBoth = async (state: string): Promise<void> => {
			for (const colorScheme of ['light', 'dark'] as const) {
				await page.emulateMedia({ colorScheme });
				const rules = colorScheme === 'dark' ? COLOUR_RULES : undefined;
				await expectNoViolations(page, `${state}, ${colorScheme}`, rules);
			}
		};
		await page.goto(`${site()}places/iraq/`);
		await inBoth('the page of a place');
		await openWithoutLiveMap(page);
		await page.getByRole('button', { name: 'Embed the map' }).click();
		await expect(page.locator('dialog iframe')).toBeVisible();
		await inBoth('the dialog');
	}
);
