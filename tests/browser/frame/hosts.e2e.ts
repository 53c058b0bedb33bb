/** Whatever a host page does to the frame, the words are there, and the map wherever a script may run. */
import { expect, test } from '@playwright/test';
import {
	bareSite,
	expectMap,
	expectPassages,
	expectState,
	iframe,
	openHost
} from '../../support/browser/host';
import { site } from '../../support/browser/page';
import { all } from '../../support/rounds';

const both = ['our headers', 'no headers'] as const;
/**
 * A frame with an origin of its own may load scripts from anywhere; one without, only what is for everybody. Where that
 * makes no difference, or is seen in another sandbox, one way of sending is `enough`.
 */
const sandboxes = [
	{ sandbox: undefined, needsHeaders: false, enough: ['no headers'] as const },
	{ sandbox: 'allow-scripts allow-same-origin', needsHeaders: false, enough: ['our headers'] as const },
	{ sandbox: 'allow-scripts', needsHeaders: true, enough: both },
	{ sandbox: 'allow-scripts allow-popups', needsHeaders: true, enough: ['our headers'] as const },
	{ sandbox: '', needsHeaders: undefined, enough: ['no headers'] as const }
];

for (const { sandbox, needsHeaders, enough } of sandboxes) {
	for (const headers of all ? both : enough) {
		const where = sandbox === undefined ? 'no sandbox' : `sandbox="${sandbox}"`;
		const state = needsHeaders === false || (needsHeaders && headers === 'our headers') ? 'live' : 'still';
		test(`in a frame with ${where}, sent with ${headers}: every passage, and the ${state} map`, async ({
			page
		}) => {
			const attribute = sandbox === undefined ? '' : `sandbox="${sandbox}"`;
			await openHost(page, iframe('', attribute, headers === 'our headers' ? site() : bareSite()));
			const frame = page.frameLocator('iframe');
			await expectState(frame, state);
			await expectMap(page, frame);
			await expectPassages(frame);
			await frame.getByRole('checkbox', { name: /comments/ }).check();
			await expectPassages(frame, 'and comments');
		});
	}
}

const demanding = { 'Cross-Origin-Embedder-Policy': 'require-corp' };
const hosts = [
	{
		policy: 'a host that tells nobody who it is, and whose policy allows the frame and nothing else',
		headers: () => ({
			'Content-Security-Policy': `default-src 'none'; style-src-attr 'unsafe-inline'; frame-src ${site()}`
		}),
		body: () => iframe('', 'referrerpolicy="no-referrer"')
	},
	{ policy: 'a host that demands embedder policies', headers: () => demanding, body: () => iframe() },
	{
		policy: 'a host that demands them, from a server that sends none',
		headers: () => demanding,
		body: () => iframe('', 'credentialless', bareSite())
	},
	{
		policy: 'a frame of a frame that its host wrote itself',
		body: () =>
			`<iframe width="920" height="660" style="border: 0" srcdoc="${iframe().replaceAll('"', '&quot;')}"></iframe>`
	},
	{
		policy: 'the same in a sandbox',
		body: () =>
			`<iframe width="920" height="660" style="border: 0" sandbox="allow-scripts" srcdoc="${iframe().replaceAll('"', '&quot;')}"></iframe>`
	}
];

for (const { policy, headers, body } of hosts) {
	test(`in ${policy}: every passage and the live map`, async ({ page }) => {
		const faults = await openHost(page, body(), { headers: headers?.() });
		const outer = page.frameLocator('iframe');
		const frame = body().includes('srcdoc') ? outer.frameLocator('iframe') : outer;
		await expectState(frame, 'live');
		await expectMap(page, frame);
		await expectPassages(frame);
		expect(faults).toEqual([]);
	});
}

test('a lazy frame far below comes alive when it is scrolled to', async ({ page }) => {
	await openHost(page, `<div style="height: 9000px"></div>${iframe('', 'loading="lazy"')}`);
	const frame = page.frameLocator('iframe');
	expect(page.frames().filter((frame) => frame.url().includes('embed'))).toEqual([]);
	await page.locator('iframe').scrollIntoViewIfNeeded();
	await expectState(frame, 'live');
	await expectMap(page, frame);
	await expectPassages(frame);
});

test('a frame that is shown only later fills its place then', async ({ page }) => {
	await openHost(page, `<div hidden>${iframe()}</div>`);
	const frame = page.frameLocator('iframe');
	await expectState(frame, 'still');
	await page.locator('div').evaluate((box) => box.removeAttribute('hidden'));
	await expectState(frame, 'live');
	await expectMap(page, frame);
	await expectPassages(frame);
});
