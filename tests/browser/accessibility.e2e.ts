import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { openLive, openQuiet, site } from '../support/browser/page';

/** Frames aside: axe would take the landmarks of a page and of its frame for two of one page. */
async function expectNoViolations(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
	expect(
		violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
	).toEqual([]);
}

const states: Record<string, (page: Page, address: string) => Promise<void>> = {
	'with the map live and no card': openLive,
	'with a card open': (page, address) => openQuiet(page, `${address}#border-camp`),
	'where the map cannot be drawn': async (page, address) => {
		await page.addInitScript(() => (HTMLCanvasElement.prototype.getContext = () => null));
		await page.goto(site() + address);
		await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'unavailable');
	},
	'without script': async (page, address) => {
		// axe is a script itself: the page's own is kept away.
		await page.route(/\/start-[^/]*\.js$/, (route) => route.abort());
		await page.goto(`${site()}${address}#iraq`);
	},
	'320 px wide, with a crossing': async (page, address) => {
		await page.setViewportSize({ width: 320, height: 480 });
		await openQuiet(page, `${address}#bobrowniki-bierestowica-road`);
	},
	'in the dark': async (page, address) => {
		await page.emulateMedia({ colorScheme: 'dark' });
		await openQuiet(page, `${address}#border-camp`);
	},
	'with forced colours': async (page, address) => {
		await page.emulateMedia({ forcedColors: 'active' });
		await openQuiet(page, `${address}#border-camp`);
	}
};

for (const address of ['', 'embed/'])
	for (const [name, reach] of Object.entries(states))
		test(`axe finds nothing in /${address} ${name}`, async ({ page }) => {
			await reach(page, address);
			await expectNoViolations(page);
		});

for (const colorScheme of ['light', 'dark'] as const)
	test(`axe finds nothing on a place's own page and in the dialog, ${colorScheme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await page.goto(`${site()}places/iraq/`);
		await expectNoViolations(page);
		await openQuiet(page, '');
		await page.getByRole('button', { name: 'Embed the map' }).click();
		await expect(page.locator('dialog iframe')).toBeVisible();
		await expectNoViolations(page);
	});
