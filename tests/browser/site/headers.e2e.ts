/** What the site is sent with, as every host must send it, and that the site lives under its own policy. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { expect, test, type Frame } from '@playwright/test';
import { hostFiles } from '../../../src/lib/server/publish/hosting';
import { bareSite, openHost } from '../../support/browser/host';
import { openLive, refusals, site, story } from '../../support/browser/page';
import { all } from '../../support/rounds';

const build = new URL('../../../build/', import.meta.url);
const forHosts = Object.keys(hostFiles([]));
const published = readdirSync(build, { recursive: true, encoding: 'utf8' })
	.map((name) => name.replaceAll('\\', '/'))
	.filter((name) => statSync(new URL(name, build)).isFile() && !forHosts.includes(name));

const types: Record<string, string> = {
	'.css': 'text/css',
	'.csv': 'text/csv',
	'.geojson': 'application/geo+json',
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.png': 'image/png',
	'.svg': 'image/svg+xml'
};

test('every file comes as it was built, with its type, its policy, and for everybody', async ({
	request
}) => {
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
			'cache-control': name.startsWith('_app/immutable/')
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
	// Wherever the site is let in, so it is by name, for WebKit's sandboxed frames; and nobody else is.
	expect(policy.split(`'self' ${origin}`)).toHaveLength(policy.split("'self'").length);
	expect(policy.replaceAll(` ${origin}`, '')).not.toMatch(/unsafe|frame-ancestors|https?:/);
	for (const name of ['_headers', '.htaccess', 'vercel.json'])
		expect(readFileSync(new URL(name, build), 'utf8'), name).toContain(policy);
});

test('what is not there is answered with the same headers', async ({ request }) => {
	const response = await request.get(`${site()}not-there`);
	expect(response.status()).toBe(404);
	expect(response.headers()).toMatchObject({ 'access-control-allow-origin': '*' });
	expect(response.headers()).toHaveProperty('content-security-policy');
});

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

test('a full visit and its print need nothing that the policy refuses', async ({ page }) => {
	const refused = await refusals(page);
	await page.goto(site());
	await visit(
		page.mainFrame(),
		story.places.map(({ id }) => id)
	);
	await page.pdf();
	await page.goto(`${site()}places/border-camp/`);
	await expect(page.locator('blockquote').first()).toBeVisible();
	expect(refused).toEqual([]);
});

test('the worker, which does not inherit the policy of the page, obeys its own', async ({ page }) => {
	await openLive(page);
	const elsewhere = site().replace('127.0.0.1', 'localhost');
	const outcome = await page.workers()[0]!.evaluate(
		(address) =>
			new Promise((resolve) => {
				addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
				void fetch(address).then(() => resolve('read'));
			}),
		elsewhere
	);
	expect(outcome).toBe('connect-src');
});

const places = story.places.map(({ id }) => id);
/** In frames the embed is the page that hosts hold; with all rounds the other one, too. */
const frames = [
	{ what: 'page', address: site, sandbox: '', visited: ['border-camp'] },
	{ what: 'page', address: site, sandbox: 'sandbox="allow-scripts"', visited: ['border-camp'] },
	{ what: 'embed', address: () => `${site()}embed/`, sandbox: '', visited: places },
	{ what: 'embed', address: () => `${site()}embed/`, sandbox: 'sandbox="allow-scripts"', visited: ['iraq'] },
	// Its pages have only the policy in their heads. Where no header says more, no host may demand it.
	{
		what: 'embed, sent with no headers,',
		address: () => `${bareSite()}embed/`,
		sandbox: '',
		visited: ['iraq']
	}
];
for (const { what, address, sandbox, visited } of frames.filter(({ what }) => all || what !== 'page')) {
	test(`nor does a visit of the ${what} in a frame ${sandbox}`, async ({ page }) => {
		const refused = await refusals(page);
		const headers = what.includes('no headers') ? {} : { 'Cross-Origin-Embedder-Policy': 'require-corp' };
		await openHost(page, `<iframe src="${address()}" width="1200" height="700" ${sandbox}></iframe>`, {
			headers
		});
		await visit(page.frames()[1]!, visited);
		await page.pdf();
		expect(refused).toEqual([]);
	});
}
