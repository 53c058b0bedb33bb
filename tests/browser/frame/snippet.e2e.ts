/** What the dialog copies is what it showed, wherever the site stands. */
import { fileURLToPath } from 'node:url';
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { preview } from 'vite';
import { hosting } from '../../../src/lib/server/publish/hosting';
import { expectAlive, LATER_SCRIPT } from '../../support/browser/alive';
import { openHost } from '../../support/browser/host';
import { expectCard, saveData, site, story } from '../../support/browser/page';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What a reader sees of an embed, apart from the map. */
async function seen(frame: FrameLocator): Promise<unknown> {
	await expectAlive(frame);
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

async function copyFrom(
	page: Page,
	address: string,
	choose: string[]
): Promise<{ html: string; shown: unknown }> {
	await page.goto(address);
	await page.getByRole('button', { name: 'Embed the map' }).click();
	for (const name of choose) await page.locator('dialog').getByLabel(name, { exact: true }).click();
	const frame = page.locator('dialog iframe');
	// What is out of view does not come alive.
	await frame.scrollIntoViewIfNeeded();
	// The embed has said how high it would like to be.
	await expect(frame).not.toHaveAttribute('height', '640');
	const shown = await seen(frame.contentFrame());
	await page.locator('dialog').getByRole('button', { name: 'Copy' }).click();
	await expect(page.getByText('Copied.')).toBeVisible();
	return { html: await page.evaluate(() => navigator.clipboard.readText()), shown };
}

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

const choices = [
	{ fragment: 'iraq', choose: ['480 px', 'dark'] },
	{
		fragment: 'denied',
		choose: ['320 px', 'Sandboxed, for systems that want it shut in', 'The border camp']
	},
	{ fragment: '', choose: ['660 px', 'click'] }
];
for (const { fragment, choose } of choices)
	test(`pasted into an empty page, the embed of #${fragment} with ${choose.join(', ')} is what was shown`, async ({
		page
	}) => {
		await saveData(page);
		const { html, shown } = await copyFrom(page, `${site()}#${fragment}`, choose);
		const width = parseInt(choose[0] ?? '');
		await openHost(page, `<div style="width: ${width}px">${html}</div>`);
		expect(await seen(page.frameLocator('iframe'))).toEqual(shown);
		expect(shown).toMatchObject({ width });
		if (story.places.some(({ id }) => id === fragment))
			await expect(page.frameLocator('iframe').locator(`[data-popup="${fragment}"]`)).toBeVisible();
	});

test('where iframes are taken out, the quote with who says it and a link to it are left', async ({
	page
}) => {
	await saveData(page);
	const { html } = await copyFrom(page, `${site()}#denied`, [
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

test('from a sub-path the page, its map and its embed are the same', async ({ page, context }) => {
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
	const address = server.resolvedUrls?.local[0] ?? '';
	expect(address).toContain('/stories/border/');
	await saveData(page);
	const { html, shown } = await copyFrom(page, `${address}#iraq`, ['480 px']);
	expect(html).toContain(`src="${address}embed/#iraq"`);
	// Here the map is drawn.
	const host = await context.newPage();
	await openHost(host, `<div style="width: 480px">${html}</div>`);
	const frame = host.frameLocator('iframe');
	expect(await seen(frame)).toEqual(shown);
	await expect(frame.locator('[data-map]')).toHaveAttribute('data-map', 'live', { timeout: 60_000 });
	await page.goto(`${address}embed/#iraq`);
	await expectCard(page, 'iraq');
	await server.close();
});

test('where the dialog does not come, that is said, and what to do', async ({ page }) => {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	await page.goto(site());
	await expectAlive(page);
	await page.route(LATER_SCRIPT, (route) => route.abort());
	await page.getByRole('button', { name: 'Embed the map' }).click();
	await expect(page.getByRole('status').getByText('The dialog did not come.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'The embed on its own' })).toBeVisible();
	expect(errors).toEqual([]);
});
