/** The query parameters of /embed/. Nothing else in a URL may have an effect. */
import { expect, test, type Page } from '@playwright/test';
import { expectHydrated, isMapRequest, openKey } from '../../support/browser/alive';
import { openCards, openLive, site, story } from '../../support/browser/page';
import { ALL_ROUNDS, rounds } from '../../support/rounds';

test.use({ viewport: { width: 1000, height: 640 } });

const open = async (page: Page, query = ''): Promise<void> => {
	await page.goto(`${site()}embed/${query}`);
	await expectHydrated(page);
};
const backgroundOf = (page: Page): Promise<string> =>
	page.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor);

test('theme: light and dark override the setting of the reader, auto follows it', async ({ page }) => {
	const backgrounds: Record<string, string> = {};
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		for (const theme of ['auto', 'light', 'dark']) {
			await open(page, `?theme=${theme}&start=click`);
			backgrounds[`${theme} for ${colorScheme}`] = await backgroundOf(page);
		}
	}
	const [light, dark] = [backgrounds['light for light'], backgrounds['dark for dark']];
	expect(light).not.toBe(dark);
	expect(backgrounds).toEqual({
		'auto for light': light,
		'light for light': light,
		'dark for light': dark,
		'auto for dark': dark,
		'light for dark': light,
		'dark for dark': dark
	});
});

test('list: off hides the list, and the card of a place still opens', async ({ page }) => {
	await open(page, '?list=on&start=click');
	await expect(page.locator('main ol').first()).toBeVisible();
	await open(page, '?list=off&start=click#border-camp');
	await expect(page.locator('main')).toBeHidden();
	await expect(page.locator('[data-popup="border-camp"] blockquote').first()).toBeVisible();
	expect((await page.locator('.ground').boundingBox())?.width).toBe(1000);
});

test('comments: on shows the comments of the republisher, off hides them until they are switched on', async ({
	page
}) => {
	const comments = story.passages.filter(({ voice }) => voice === 'comment').length;
	expect(comments).toBeGreaterThan(0);
	const shown = page.locator('main .passage.voice-comment:visible');
	await open(page, '?comments=off&start=click');
	await expect(shown).toHaveCount(0);
	await open(page, '?comments=on&start=click');
	await expect(shown).toHaveCount(comments);
	await openKey(page);
	await page.getByRole('checkbox', { name: /comments/ }).uncheck();
	await expect(shown).toHaveCount(0);
});

test(
	'layers: only the given layers are shown, on the still map and on the live map',
	ALL_ROUNDS,
	async ({ page }) => {
		const [only, other] = story.layers.map(({ id }) => id);
		await openLive(page, `embed/?start=live&layers=${only},nothing-of-the-kind`);
		for (const { id } of story.layers)
			await expect(page.locator(`input[data-layer="${id}"]`)).toBeChecked({ checked: id === only });
		await expect(page.locator(`.still [data-layer="${only}"][hidden]`)).toHaveCount(0);
		await expect(page.locator(`.still [data-layer="${other}"]:not([hidden])`)).toHaveCount(0);
		const canvas = page.locator('.live canvas');
		const screenshot = await canvas.screenshot();
		await openKey(page);
		await page.locator(`input[data-layer="${other}"]`).check();
		await expect.poll(async () => (await canvas.screenshot()).equals(screenshot)).toBe(false);
	}
);

test('start: with click the live map waits for a touch, with auto it does not', async ({ page }) => {
	await open(page, '?start=click');
	// If the map started by itself, it would be live before that of a page opened later.
	const other = await page.context().newPage();
	await openLive(other, 'embed/?start=auto');
	await other.close();
	await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'still');
	await page.locator('.ground').click({ position: { x: 20, y: 200 } });
	await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'live', { timeout: 60_000 });
});

const CANARY = 'zqcanary';

/** Returns the same queries in every run, of texts as attackers use them. */
function hostileQueries(count: number): string[] {
	let seed = 7;
	const random = (below: number): number => {
		seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
		return Math.floor((seed / 2 ** 32) * below);
	};
	const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)]!;
	const names = [
		'layers',
		'comments',
		'theme',
		'list',
		'start',
		'childId',
		'__proto__',
		'constructor',
		'THEME'
	];
	const values: (() => string)[] = [
		() => `${CANARY}"><img src=x onerror=${CANARY}()>`,
		() => `</style><script>${CANARY}()</script>`,
		() => `javascript:${CANARY}()`,
		() => `dark${'\u0000'}${CANARY}`,
		() => `dark ${CANARY}`,
		() => `{@html ${CANARY}}`,
		() => `../${CANARY}/style.json`,
		() => `//${CANARY}.example/`,
		() => `NaN,Infinity,1e308,${CANARY}`,
		() => `\u202e${CANARY}\ud800`,
		() => CANARY.repeat(500),
		() => `__proto__,constructor,hasOwnProperty,${CANARY}`,
		() => `crossing-points${CANARY}`
	];
	const written = (value: string): string =>
		pick([
			encodeURIComponent,
			(text: string) => text.replaceAll('#', ''),
			(text: string) => `%E0%A4%A${text}`
		])(value.toWellFormed());
	return Array.from({ length: count }, () =>
		Array.from({ length: 1 + random(3) }, () => `${pick(names)}=${written(pick(values)())}`).join('&')
	);
}

test('hostile queries change nothing in the page, and no part of them is in it', async ({ page }) => {
	const count = rounds(6, 200);
	test.setTimeout(180_000 + count * 3000);
	// The live map does not depend on the query and would take time.
	await page.route(isMapRequest, (route) => route.abort());
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	page.on('dialog', (dialog) => errors.push(dialog.message()));
	const readState = () =>
		page.locator('html').evaluate((html, canary) => {
			const { theme, list } = html.dataset;
			const checked = [...html.querySelectorAll('input')].map(({ checked }) => checked);
			const parts = [...html.querySelectorAll('main li, main h2, main h3')];
			const text = parts.filter((part) => part.checkVisibility()).map(({ textContent }) => textContent);
			return {
				theme,
				list,
				checked,
				text,
				canary: html.outerHTML.includes(canary)
			};
		}, CANARY);
	await open(page);
	const standard = await readState();
	expect(standard.canary).toBe(false);
	for (const query of hostileQueries(count)) {
		await open(page, `?${query}`);
		expect(await readState(), query.slice(0, 300)).toEqual(standard);
	}
	expect(errors).toEqual([]);
	await expect(openCards(page)).toHaveCount(0);
});
