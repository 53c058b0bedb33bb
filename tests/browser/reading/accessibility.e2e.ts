/** What axe finds: nothing, in every state that a page of the site can be in. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { SCRIPT } from '../../support/browser/alive';
import { openCards, openQuiet, site } from '../../support/browser/page';

/** Frames aside: axe would take the landmarks of a page and of its frame for two of one page. */
async function expectNoViolations(page: Page, state: string, rules?: string[]): Promise<void> {
	// Without frames there is nothing to gather in a page of axe's own.
	const axe = new AxeBuilder({ page }).exclude('iframe').setLegacyMode();
	const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
	expect(
		violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
		state
	).toEqual([]);
}

const PAGES = ['', 'embed/'];
/** The rules of axe that colours can break: all others have been asked in light. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

for (const address of PAGES)
	test(`axe finds nothing in /${address} with a card, in the dark, with forced colours, 320 px wide, and live`, async ({
		page
	}) => {
		await openQuiet(page, `${address}#border-camp`);
		await expectNoViolations(page, 'with a card open');
		await page.emulateMedia({ colorScheme: 'dark' });
		await expectNoViolations(page, 'in the dark', OF_COLOUR);
		await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
		await expectNoViolations(page, 'with forced colours', OF_COLOUR);

		await page.emulateMedia({ forcedColors: 'none' });
		const wide = page.viewportSize()!;
		await page.setViewportSize({ width: 320, height: 480 });
		await page.goto(`${site()}${address}#bobrowniki-bierestowica-road`);
		await expect(openCards(page)).toHaveCount(1);
		await expectNoViolations(page, '320 px wide, with a crossing');

		await page.setViewportSize(wide);
		await page.locator('.ground').click({ position: { x: 20, y: 200 } });
		await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'live', { timeout: 60_000 });
		await page.evaluate(() => (location.hash = 'map'));
		await expect(openCards(page)).toHaveCount(0);
		await expectNoViolations(page, 'with the map live and no card');
	});

test('axe finds nothing where the map cannot be drawn', async ({ page }) => {
	await page.addInitScript(() => (HTMLCanvasElement.prototype.getContext = () => null));
	for (const address of PAGES) {
		await page.goto(site() + address);
		await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'unavailable');
		await expectNoViolations(page, `/${address}`);
	}
});

test('axe finds nothing without script', async ({ page }) => {
	// axe is a script itself: the page's own is kept away.
	await page.route(SCRIPT, (route) => route.abort());
	for (const address of PAGES) {
		await page.goto(`${site()}${address}#iraq`);
		await expectNoViolations(page, `/${address}`);
	}
});

test("axe finds nothing on a place's own page and in the dialog, light and dark", async ({ page }) => {
	const inBoth = async (state: string): Promise<void> => {
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			const rules = colorScheme === 'dark' ? OF_COLOUR : undefined;
			await expectNoViolations(page, `${state}, ${colorScheme}`, rules);
		}
	};
	await page.goto(`${site()}places/iraq/`);
	await inBoth('the page of a place');
	await openQuiet(page);
	await page.getByRole('button', { name: 'Embed the map' }).click();
	await expect(page.locator('dialog iframe')).toBeVisible();
	await inBoth('the dialog');
});
