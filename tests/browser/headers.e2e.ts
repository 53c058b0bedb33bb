/** What the site is sent with, as every host must send it, and that the site lives under its own policy. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { expect, test, type Frame, type Page } from '@playwright/test';
import { hostFiles } from '../../src/lib/server/hosting';
import { openLive, site, story } from './page';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const build = new URL('../../build/', import.meta.url);
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
	'.svg': 'image/svg+xml',
	'.woff2': 'font/woff2'
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
	expect(policy).toContain("connect-src 'self'");
	expect(policy).not.toMatch(/unsafe|frame-ancestors|https?:/);
});

test('what is not there is answered with the same headers', async ({ request }) => {
	const response = await request.get(`${site()}not-there`);
	expect(response.status()).toBe(404);
	expect(response.headers()).toMatchObject({ 'access-control-allow-origin': '*' });
	expect(response.headers()).toHaveProperty('content-security-policy');
});

/** What the page, its frames and their workers were refused. */
async function refusals(page: Page): Promise<string[]> {
	const refused: string[] = [];
	await page.exposeFunction('refused', (what: string) => refused.push(what));
	await page.addInitScript(() => {
		addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
			(globalThis as unknown as { refused: (what: string) => void }).refused(
				`${effectiveDirective} refuses ${blockedURI} of ${sourceFile}`
			)
		);
	});
	page.on('console', (message) => {
		if (/Content.Security.Policy|Cross-Origin|CORS/i.test(message.text())) refused.push(message.text());
	});
	return refused;
}

async function visit(frame: Frame, places: string[]): Promise<void> {
	await expect(frame.locator('[data-map]')).toHaveAttribute('data-map', 'live', { timeout: 30_000 });
	for (const view of story.views) await frame.getByRole('button', { name: view.label }).click();
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

for (const sandbox of ['', ' sandbox="allow-scripts"']) {
	test(`nor does a visit in a frame${sandbox}, whose host demands that its frames say they may be embedded`, async ({
		page
	}) => {
		const host = createServer((_request, response) => {
			response.setHeader('Content-Type', 'text/html');
			response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
			response.end(`<iframe src="${site()}" width="1200" height="700"${sandbox}></iframe>`);
		});
		await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
		const refused = await refusals(page);
		// Another site to the browser, and one that it trusts as it trusts https.
		await page.goto(`http://localhost:${(host.address() as AddressInfo).port}/`);
		host.close();
		await visit(page.frames()[1]!, ['border-camp']);
		expect(refused).toEqual([]);
	});
}
