/** Pages that frame the site, as other sites do: of another origin, with the HTML and the headers that a test gives. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type FrameLocator, type Page } from '@playwright/test';
import { palette } from '../../../src/lib/style/palette';
import { article, pixelOf, site, story } from './page';
import { channels, layerColour, look } from './pixels';

/** The built files as a server sends them that knows none of the headers we ask for. */
export const bareSite = (): string => process.env['BARE_SITE'] ?? '';

/** The iframe as the snippets write it, of a size that shows everything. */
export const iframe = (address = '', attributes = '', of = site()): string =>
	`<iframe src="${of}embed/${address}" width="900" height="640" style="border:0" ${attributes}></iframe>`;

interface Serving {
	headers?: Record<string, string> | undefined;
	/** Scripts of packages, by the name under which the page asks for them. */
	scripts?: Record<string, string> | undefined;
}

/** Opens a page with this body. What it throws, and what it logs as an error, is in the list that comes back. */
export async function openHost(
	page: Page,
	body: string,
	{ headers = {}, scripts = {} }: Serving = {}
): Promise<string[]> {
	const faults: string[] = [];
	page.on('pageerror', ({ message }) => faults.push(message));
	page.on('console', (message) => {
		if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`);
	});
	const html = `<!doctype html><body style="margin:0">${body}</body>`;
	const server = createServer(({ url = '/' }, response) => {
		const script = scripts[url.slice(1)];
		response.setHeaders(new Headers(headers));
		response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html; charset=utf-8');
		// Its icon is asked for too.
		response.end(script ? readFileSync(script) : html);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	// It lives as long as the tests do.
	server.unref();
	// Another site to the browser, and one that it trusts as it trusts https.
	await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
	return faults;
}

/** The list of all passages, not merely in the document but displayed, and word for word the article's. */
export async function expectPassages(frame: FrameLocator, comments: 'and comments' | '' = ''): Promise<void> {
	const shown = await frame.locator('main ol blockquote:visible').allTextContents();
	const expected = story.passages.filter(({ voice }) => comments || voice !== 'comment');
	expect(shown).toEqual(expected.map(({ quote }) => quote));
	for (const quote of shown) expect(article).toContain(quote);
}

export async function expectState(frame: FrameLocator, state: 'live' | 'still'): Promise<void> {
	await expect(frame.locator('[data-map]')).toHaveAttribute('data-map', state, { timeout: 60_000 });
}

/** In pixels: the map stands on land, and the symbol of the camp is where it belongs. */
export async function expectMap(page: Page, frame: FrameLocator): Promise<void> {
	const [view] = story.views;
	const camp = story.places.find(({ id }) => id === 'border-camp')!;
	const map = frame.locator('.ground');
	const { x: left, y: top } = (await map.boundingBox())!;
	const { x, y } = await pixelOf(frame, view!, camp.anchor!);
	const spot = { x: x - left, y: y - top, colour: layerColour(camp.layer) };
	const { middles, ground } = await look(page, await map.screenshot(), [spot]);
	expect(ground).toBe(channels(palette.light.land).join());
	expect(middles[0], 'the symbol of the camp').not.toBeNull();
	expect(Math.hypot(middles[0]!.x - spot.x, middles[0]!.y - spot.y)).toBeLessThan(4);
}
