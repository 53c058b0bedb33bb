/** What is done so that the first picture comes soon: in what order, and what is made before it is needed. */
import { expect, test } from '@playwright/test';
import { site } from '../support/browser/page';

for (const [asked, first] of [
	['', true],
	['#border-camp', false],
	['?start=live', false]
] as const)
	test(`in the first picture of /embed/${asked} the still map is ${first ? '' : 'not yet '}there`, async ({
		page
	}) => {
		await page.addInitScript(() =>
			requestAnimationFrame(function look() {
				const name = document.querySelector('.still a[data-place="border-camp"] text');
				if (name) Object.assign(window, { first: name.checkVisibility() });
				else requestAnimationFrame(look);
			})
		);
		await page.goto(`${site()}embed/${asked}`);
		const seen = await page.waitForFunction(() => 'first' in window && { first: window.first });
		expect(await seen.jsonValue()).toEqual({ first });
	});

test('what the graphics processor needs for the first picture is ready before there is anything to draw', async ({
	page
}) => {
	await page.addInitScript(() => {
		const { prototype } = WebGL2RenderingContext;
		const link = Reflect.get(prototype, 'linkProgram') as (this: unknown, program: WebGLProgram) => void;
		Object.assign(window, { linked: 0 });
		prototype.linkProgram = function (program) {
			Object.assign(window, { linked: Number(Reflect.get(window, 'linked')) + 1 });
			link.call(this, program);
		};
	});
	const linked = (): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'linked') as unknown);
	let arrive = (): void => undefined;
	const arrived = new Promise<void>((resolve) => (arrive = resolve));
	await page.route(/maplibre-gl-worker/, async (route) => {
		await arrived;
		await route.continue();
	});
	await page.goto(`${site()}embed/?start=live`);
	// Of tiles' edges, areas, lines, and of symbols and names together.
	await expect.poll(linked).toBe(4);
	arrive();
	await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'live');
	expect(await linked()).toBe(4);
});
