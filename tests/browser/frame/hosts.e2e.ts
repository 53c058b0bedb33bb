/** Embeds in host pages with different sandboxes, headers and policies. */
import { expect, test } from '@playwright/test';
import { openKey } from '../../support/browser/alive';
import {
	siteWithoutHeaders,
	expectMap,
	expectPassages,
	expectState,
	iframe,
	openHost
} from '../../support/browser/host';
import { site } from '../../support/browser/page';
import { all, ALL_ROUNDS } from '../../support/rounds';

/** How the site is sent: with the headers that it needs, or without. */
const both = ['our headers', 'no headers'] as const;
/**
 * `needsHeaders`: whether scripts need our headers. A frame with an opaque origin may load only scripts with CORS
 * headers. `fewRounds`: which headers are tested when not all rounds are run.
 */
const sandboxes = [
	{ sandbox: undefined, needsHeaders: false, fewRounds: [] },
	{ sandbox: 'allow-scripts allow-same-origin', needsHeaders: false, fewRounds: [] },
	{ sandbox: 'allow-scripts', needsHeaders: true, fewRounds: both },
	{ sandbox: 'allow-scripts allow-popups', needsHeaders: true, fewRounds: [] },
	{ sandbox: '', needsHeaders: undefined, fewRounds: ['no headers'] as const }
];

for (const { sandbox, needsHeaders, fewRounds } of sandboxes) {
	for (const headers of all ? both : fewRounds) {
		const frameName = sandbox === undefined ? 'no sandbox' : `sandbox="${sandbox}"`;
		const state = needsHeaders === false || (needsHeaders && headers === 'our headers') ? 'live' : 'still';
		test(`a frame with ${frameName}, sent with ${headers}, shows every passage and the ${state} map`, async ({
			page
		}) => {
			const attribute = sandbox === undefined ? '' : `sandbox="${sandbox}"`;
			await openHost(page, iframe('', attribute, headers === 'our headers' ? site() : siteWithoutHeaders()));
			const frame = page.frameLocator('iframe');
			await expectState(frame, state);
			await expectMap(page, frame);
			await expectPassages(frame);
			await openKey(frame);
			await frame.getByRole('checkbox', { name: /comments/ }).check();
			if (all || state === 'still') await expectPassages(frame, 'and comments');
		});
	}
}

const requireCorp = { 'Cross-Origin-Embedder-Policy': 'require-corp' };
const hosts = [
	{
		name: 'a host without a referrer, whose policy allows only the frame',
		headers: () => ({
			'Content-Security-Policy': `default-src 'none'; style-src-attr 'unsafe-inline'; frame-src ${site()}`
		}),
		body: () => iframe('', 'referrerpolicy="no-referrer"')
	},
	{ name: 'a host with an embedder policy', headers: () => requireCorp, body: () => iframe() },
	{
		name: 'a host with an embedder policy, when the site is sent without one,',
		headers: () => requireCorp,
		body: () => iframe('', 'credentialless', siteWithoutHeaders())
	},
	{
		name: 'a frame inside a srcdoc frame',
		body: () =>
			`<iframe width="920" height="660" style="border: 0" srcdoc="${iframe().replaceAll('"', '&quot;')}"></iframe>`
	},
	{
		name: 'a frame inside a sandboxed srcdoc frame',
		body: () =>
			`<iframe width="920" height="660" style="border: 0" sandbox="allow-scripts" srcdoc="${iframe().replaceAll('"', '&quot;')}"></iframe>`
	}
];

for (const { name, headers, body } of hosts) {
	test(`the embed in ${name} shows every passage and the live map`, ALL_ROUNDS, async ({ page }) => {
		const errors = await openHost(page, body(), { headers: headers?.() });
		const outer = page.frameLocator('iframe');
		const frame = body().includes('srcdoc') ? outer.frameLocator('iframe') : outer;
		await expectState(frame, 'live');
		await expectMap(page, frame);
		await expectPassages(frame);
		expect(errors).toEqual([]);
	});
}

test(
	'a lazy frame far below shows the live map when it is scrolled into view',
	ALL_ROUNDS,
	async ({ page }) => {
		await openHost(page, `<div style="height: 9000px"></div>${iframe('', 'loading="lazy"')}`);
		const frame = page.frameLocator('iframe');
		expect(page.frames().filter((frame) => frame.url().includes('embed'))).toEqual([]);
		await page.locator('iframe').scrollIntoViewIfNeeded();
		await expectState(frame, 'live');
		await expectMap(page, frame);
	}
);

test(
	'a frame that is hidden at first shows the live map once it is displayed',
	ALL_ROUNDS,
	async ({ page }) => {
		await openHost(page, `<div hidden>${iframe()}</div>`);
		const frame = page.frameLocator('iframe');
		await expectState(frame, 'still');
		await page.locator('div').evaluate((box) => box.removeAttribute('hidden'));
		await expectState(frame, 'live');
		await expectMap(page, frame);
		await expectPassages(frame);
	}
);
