/** The dialog for embedding: the HTML that it copies shows what its preview shows. */
import { fileURLToPath } from 'node:url';
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { preview } from 'vite';
import { hosting } from '../../../src/lib/server/publish/hosting';
import { expectHydrated, DIALOG_SCRIPT } from '../../support/browser/alive';
import { openHost } from '../../support/browser/host';
import { enableSaveData, expectCard, site, story } from '../../support/browser/page';
import { firstOf } from '../../support/rounds';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The visible state of an embed, without the live map. */
async function stateOf(frame: FrameLocator): Promise<unknown> {
	await expectHydrated(frame);
	return frame.locator('html').evaluate((html: HTMLElement) => ({
		theme: html.dataset['theme'],
		list: html.querySelector('main')?.offsetParent !== null,
		comments: html.querySelector<HTMLInputElement>('#comments')?.checked,
		layers: [...html.querySelectorAll<HTMLInputElement>('[data-layer]:checked')].map(
			({ dataset }) => dataset
		),
		cards: [...html.querySelectorAll<HTMLElement>('[data-popup]')]
			.filter((card) => card.checkVisibility())
			.map(({ dataset }) => dataset['popup']),
		width: innerWidth,
		height: innerHeight
	}));
}

/** Chooses options in the dialog and copies the HTML. `shown`: the state of the preview. */
async function copySnippet(
	page: Page,
	url: string,
	options: string[]
): Promise<{ html: string; shown: unknown }> {
	await page.goto(url);
	await page.getByRole('button', { name: 'Embed the map' }).click();
	for (const name of options) await page.locator('dialog').getByLabel(name, { exact: true }).click();
	const frame = page.locator('dialog iframe');
	// A frame out of view is not hydrated.
	await frame.scrollIntoViewIfNeeded();
	// The embed has reported its height.
	await expect(frame).not.toHaveAttribute('height', '640');
	const shown = await stateOf(frame.contentFrame());
	await page.locator('dialog').getByRole('button', { name: 'Copy' }).click();
	await expect(page.getByText('Copied.')).toBeVisible();
	return { html: await page.evaluate(() => navigator.clipboard.readText()), shown };
}

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

const choices = [
	{ fragment: 'iraq', options: ['480 px', 'dark'] },
	{
		fragment: 'denied',
		options: ['320 px', 'Sandboxed, for systems that want it shut in', 'The border camp']
	},
	{ fragment: '', options: ['660 px', 'click'] }
];
for (const { fragment, options } of firstOf(choices))
	test(`the embed of #${fragment} with ${options.join(', ')}, pasted into an empty page, is like its preview`, async ({
		page
	}) => {
		await enableSaveData(page);
		const { html, shown } = await copySnippet(page, `${site()}#${fragment}`, options);
		const width = parseInt(options[0] ?? '');
		await openHost(page, `<div style="width: ${width}px">${html}</div>`);
		expect(await stateOf(page.frameLocator('iframe'))).toEqual(shown);
		expect(shown).toMatchObject({ width });
		if (story.places.some(({ id }) => id === fragment))
			await expect(page.frameLocator('iframe').locator(`[data-popup="${fragment}"]`)).toBeVisible();
	});

test('where iframes are removed, the quote, its speaker and a link to it remain', async ({ page }) => {
	await enableSaveData(page);
	const { html } = await copySnippet(page, `${site()}#denied`, [
		'320 px',
		'With the quote, for systems that take out iframes'
	]);
	await openHost(page, html.replace(/<iframe.*<\/iframe>/s, ''));
	const denied = story.passages.find(({ id }) => id === 'denied')!;
	await expect(page.locator('blockquote')).toHaveText(denied.quote);
	await expect(page.locator('body')).toContainText(denied.speaker.name);
	await page.getByRole('link').click();
	await expect(page.locator('.passage:target blockquote')).toHaveText(denied.quote);
});

test('the page, its map and its embed work from a sub-path', async ({ page, context }) => {
	const server = await preview({
		root,
		base: '/stories/border/',
		configFile: false,
		appType: 'mpa',
		logLevel: 'warn',
		build: { outDir: 'build' },
		plugins: [hosting()],
		preview: { host: '127.0.0.1', port: 0 }
	});
	const url = server.resolvedUrls?.local[0] ?? '';
	expect(url).toContain('/stories/border/');
	await enableSaveData(page);
	const { html, shown } = await copySnippet(page, `${url}#iraq`, ['480 px']);
	expect(html).toContain(`src="${url}embed/#iraq"`);
	// A new page has no Save-Data, so the live map starts.
	const host = await context.newPage();
	await openHost(host, `<div style="width: 480px">${html}</div>`);
	const frame = host.frameLocator('iframe');
	expect(await stateOf(frame)).toEqual(shown);
	await expect(frame.locator('[data-map]')).toHaveAttribute('data-map', 'live', { timeout: 60_000 });
	await page.goto(`${url}embed/#iraq`);
	await expectCard(page, 'iraq');
	await server.close();
});

test('if the dialog cannot be loaded, a message says so and offers a link', async ({ page }) => {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	await page.goto(site());
	await expectHydrated(page);
	await page.route(DIALOG_SCRIPT, (route) => route.abort());
	await page.getByRole('button', { name: 'Embed the map' }).click();
	await expect(page.getByRole('status').getByText('The dialog did not come.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'The embed on its own' })).toBeVisible();
	expect(errors).toEqual([]);
});
