import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { openLive, site } from './page';

async function expectNoViolations(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(
		violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
	).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`axe finds nothing, ${colorScheme}`, () => {
		test.use({ colorScheme });

		test('with the map live and no card', async ({ page }) => {
			await openLive(page);
			await expectNoViolations(page);
		});

		test('with a card open', async ({ page }) => {
			await openLive(page, '#border-camp');
			await expectNoViolations(page);
		});

		test('on a phone, with a crossing as a sheet', async ({ page }) => {
			await page.setViewportSize({ width: 390, height: 844 });
			await openLive(page, '#bobrowniki-bierestowica-road');
			await expectNoViolations(page);
		});

		test("on a place's own page", async ({ page }) => {
			await page.goto(`${site()}places/iraq/`);
			await expectNoViolations(page);
		});
	});
}
