/** Trusted Types, and the requests of a full visit. */
import { expect, test, type Page } from '@playwright/test';
import { ENTRY_ELEMENT, viewButton } from '../../support/browser/alive';
import { expectCard, openLive, collectViolations, site, story } from '../../support/browser/page';
import { ALL_ROUNDS } from '../../support/rounds';

let page: Page;
let violations: string[];
/** Type and URL of every request. */
const requests: string[] = [];

test.beforeAll(async ({ browser }) => {
	page = await browser.newPage();
	page.context().on('request', (request) => requests.push(`${request.resourceType()} ${request.url()}`));
	violations = await collectViolations(page);
	await openLive(page);
});
test.afterAll(() => page.close());

test(
	'views, cards and the dialog write no HTML, and request no glyphs and no other origin',
	ALL_ROUNDS,
	async () => {
		for (const { label } of story.views) await viewButton(page, label).click();
		for (const { id } of story.places) {
			await page.evaluate((place) => (location.hash = place), id);
			await expectCard(page, id);
		}
		await page.getByRole('button', { name: 'Embed the map' }).click();
		await expect(page.getByLabel('HTML to paste')).toHaveValue(/<iframe/);
		await expect(page.frameLocator('dialog iframe').locator('main blockquote').first()).toBeVisible();
		await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
		expect(violations).toEqual([]);
		expect(requests.length).toBeGreaterThan(3);
		expect(requests.filter((request) => request.endsWith('.pbf'))).toEqual([]);
		const origins = new Set(requests.map((request) => new URL(request.split(' ')[1]!).origin));
		expect([...origins]).toEqual([new URL(site()).origin]);
	}
);

test('HTML, scripts and workers from strings are blocked, except the worker of the map', async () => {
	const violationsBefore = violations.length;
	const worker = page.workers()[0]?.url() ?? '';
	expect(worker).toContain('maplibre-gl-worker');
	const text = await page.locator('h1').textContent();
	const script = await page.locator(ENTRY_ELEMENT).evaluate((element: HTMLScriptElement) => element.src);
	const outcomes = await page.evaluate(
		async ({ worker, script }) => {
			const attempts: Record<string, () => unknown> = {
				html: () => (document.body.innerHTML = '<b>x</b>'),
				markup: () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
				parsed: () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
				framed: () => (document.createElement('iframe').srcdoc = '<b>x</b>'),
				script: () => (document.createElement('script').src = script),
				'worker of the site': () => new Worker(script, { type: 'module' }),
				'worker of the map, asked': () => new Worker(`${worker}?x`, { type: 'module' }),
				'worker in the address': () => new Worker('data:text/javascript,1'),
				policy: () =>
					(
						globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }
					).trustedTypes.createPolicy('other', {}),
				'worker of the map': () => new Worker(worker, { type: 'module' }).terminate()
			};
			return Object.entries(attempts).map(([name, attempt]) => {
				try {
					attempt();
					return `${name}: done`;
				} catch (error) {
					return `${name}: ${(error as Error).name}`;
				}
			});
		},
		{ worker, script }
	);
	expect(outcomes).toEqual([
		'html: TypeError',
		'markup: TypeError',
		'parsed: TypeError',
		'framed: TypeError',
		'script: TypeError',
		'worker of the site: TypeError',
		'worker of the map, asked: TypeError',
		'worker in the address: TypeError',
		'policy: TypeError',
		'worker of the map: done'
	]);
	await expect(page.locator('h1')).toHaveText(text ?? '');
	await expect(page.locator('body > b')).toHaveCount(0);
	expect(violations.length - violationsBefore).toBeGreaterThan(5);
});
