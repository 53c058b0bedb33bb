/** The HTTP headers of the site, and that its pages work with its Content-Security-Policy. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { expect, test, type Frame } from '@playwright/test';
import { hostFiles } from '../../../src/lib/server/publish/hosting';
import { siteWithoutHeaders, openHost } from '../../support/browser/host';
import { openLive, collectViolations, site, story } from '../../support/browser/page';
import { all, firstOf } from '../../support/rounds';

const build = new URL('../../../build/', import.meta.url);
const hostFileNames = Object.keys(hostFiles([]));
const published = readdirSync(build, { recursive: true, encoding: 'utf8' })
	.map((name) => name.replaceAll('\\', '/'))
	.filter((name) => statSync(new URL(name, build)).isFile() && !hostFileNames.includes(name));

const types: Record<string, string> = {
	'.css': 'text/css',
	'.csv': 'text/csv',
	'.geojson': 'application/geo+json',
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.woff2': 'font/woff2'
};

test('every file is sent unchanged, with its type, the policy and CORS headers', async ({ request }) => {
	const policies = new Set<string>();
	for (const name of published) {
		const response = await request.get(site() + name);
		const headers = response.headers();
		expect(headers, name).toMatchObject({
			'content-type': expect.stringMatching(`^${types[extname(name)]?.replace('+', '\\+')}(;|$)`),
			'access-control-allow-origin': '*',
			'cross-origin-resource-policy': 'cross-origin',
			'cross-origin-embedder-policy': 'require-corp',
			'x-content-type-options': 'nosniff',
			'cache-control': /^(_app\/immutable|fonts)\//.test(name)
				? 'public, max-age=31536000, immutable'
				: 'public, max-age=0, must-revalidate'
		});
		expect(headers, name).not.toHaveProperty('x-frame-options');
		expect(headers, name).not.toHaveProperty('set-cookie');
		expect((await response.body()).equals(readFileSync(new URL(name, build))), name).toBe(true);
		policies.add(headers['content-security-policy'] ?? '');
	}
	expect(policies.size).toBe(1);
	const [policy = ''] = policies;
	expect(policy).toContain("default-src 'none'");
	const { origin } = new URL(site());
	expect(policy).toContain(`connect-src 'self' ${origin};`);
	// Every 'self' is followed by the origin, for sandboxed frames in WebKit. No other origin is allowed.
	expect(policy.split(`'self' ${origin}`)).toHaveLength(policy.split("'self'").length);
	expect(policy.replaceAll(` ${origin}`, '')).not.toMatch(/unsafe|frame-ancestors|https?:/);
	for (const name of ['_headers', '.htaccess', 'vercel.json'])
		expect(readFileSync(new URL(name, build), 'utf8'), name).toContain(policy);
});

test('a missing file is answered with the same headers', async ({ request }) => {
	const response = await request.get(`${site()}not-there`);
	expect(response.status()).toBe(404);
	expect(response.headers()).toMatchObject({ 'access-control-allow-origin': '*' });
	expect(response.headers()).toHaveProperty('content-security-policy');
});

/** Uses the views, the zoom buttons and the cards of these places. */
async function visit(frame: Frame, places: string[]): Promise<void> {
	await expect(frame.locator('[data-map]')).toHaveAttribute('data-map', 'live', { timeout: 60_000 });
	for (const name of [...story.views.map(({ label }) => label), 'Zoom in', 'Zoom out'])
		await frame.getByRole('button', { name }).click();
	for (const place of places) {
		await frame.evaluate((id) => (location.hash = id), place);
		await expect(frame.locator(`[data-popup="${place}"]`)).toBeVisible();
	}
	await frame.locator('body').press('Escape');
	await expect(frame.locator('[data-popup]:visible')).toHaveCount(0);
}

test('the policy blocks nothing that a page needs, with all cards and in print', async ({ page }) => {
	const violations = await collectViolations(page);
	await page.goto(site());
	await visit(
		page.mainFrame(),
		story.places.map(({ id }) => id)
	);
	await page.pdf();
	await page.goto(`${site()}places/border-camp/`);
	await expect(page.locator('blockquote').first()).toBeVisible();
	expect(violations).toEqual([]);
});

test('the worker has a policy of its own, because it does not inherit that of the page', async ({ page }) => {
	await openLive(page);
	const otherHost = site().replace('127.0.0.1', 'localhost');
	const outcome = await page.workers()[0]!.evaluate(
		(url) =>
			new Promise((resolve) => {
				addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
				void fetch(url).then(() => resolve('read'));
			}),
		otherHost
	);
	expect(outcome).toBe('connect-src');
});

const allPlaces = story.places.map(({ id }) => id);
/** The first case is the most common one: a host frames the embed, without a sandbox. */
const frames = [
	{ name: 'embed', url: () => `${site()}embed/`, sandbox: '', places: all ? allPlaces : ['iraq'] },
	{ name: 'embed', url: () => `${site()}embed/`, sandbox: 'sandbox="allow-scripts"', places: ['iraq'] },
	{ name: 'page', url: site, sandbox: '', places: ['border-camp'] },
	{ name: 'page', url: site, sandbox: 'sandbox="allow-scripts"', places: ['border-camp'] },
	// Only the policy in the head applies. The host may not have an embedder policy, because the site has no headers for
	// it.
	{
		name: 'embed, sent with no headers,',
		url: () => `${siteWithoutHeaders()}embed/`,
		sandbox: '',
		places: ['iraq']
	}
];
for (const { name, url, sandbox, places } of firstOf(frames)) {
	test(`the policy blocks nothing that the ${name} in a frame needs ${sandbox}`, async ({ page }) => {
		const violations = await collectViolations(page);
		const headers = name.includes('no headers') ? {} : { 'Cross-Origin-Embedder-Policy': 'require-corp' };
		await openHost(page, `<iframe src="${url()}" width="1200" height="700" ${sandbox}></iframe>`, {
			headers
		});
		await visit(page.frames()[1]!, places);
		await page.pdf();
		expect(violations).toEqual([]);
	});
}
