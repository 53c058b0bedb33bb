/** Trusted Types: nothing can write HTML or script into a page of the site, not even its own scripts. */
import { expect, test } from '@playwright/test';
import { openLive, refusals, story } from '../support/browser/page';

test('map, every card and the dialog write no HTML', async ({ page }) => {
	const refused = await refusals(page);
	await openLive(page);
	for (const { id } of story.places) {
		await page.evaluate((place) => (location.hash = place), id);
		await expect(page.locator(`[data-popup="${id}"]`)).toBeVisible();
	}
	await page.getByRole('button', { name: 'Embed the map' }).click();
	await expect(page.getByLabel('HTML to paste')).toHaveValue(/<iframe/);
	await expect(page.frameLocator('[data-preview] iframe').locator('main blockquote').first()).toBeVisible();
	await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
	expect(refused).toEqual([]);
});

test('HTML and script from text are refused, and of workers all but that of the map', async ({ page }) => {
	const refused = await refusals(page);
	await openLive(page);
	const worker = page.workers()[0]?.url() ?? '';
	expect(worker).toContain('maplibre-gl-worker');
	const text = await page.locator('h1').textContent();
	const outcomes = await page.evaluate(async (worker) => {
		const script = document.querySelector<HTMLScriptElement>('head script[src]')?.src ?? '';
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
	}, worker);
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
	expect(refused.length).toBeGreaterThan(5);
});
