/** Host pages of another site, with HTML and headers of a test, and checks of the embed in them. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type FrameLocator, type Page } from '@playwright/test';
import { palette } from '../../../src/lib/style/palette';
import { article, pixelOf, site, story } from './page';
import { readQuotes } from './read';
import { channels, findSymbols, layerColour } from './pixels';

/** URL of the same build on a server that sends none of the headers that the site needs. */
export const siteWithoutHeaders = (): string => process.env['BARE_SITE'] ?? '';

/** An iframe of /embed/, large enough to show the list beside the map. */
export const iframe = (address = '', attributes = '', of = site()): string =>
	`<iframe src="${of}embed/${address}" width="900" height="640" style="border:0" ${attributes}></iframe>`;

interface HostOptions {
	headers?: Record<string, string> | undefined;
	/** Paths of script files, by their URL path in the page. */
	scripts?: Record<string, string> | undefined;
}

/** Opens a page with this body. The returned array collects its uncaught errors and logged errors. */
export async function openHost(
	page: Page,
	body: string,
	{ headers = {}, scripts = {} }: HostOptions = {}
): Promise<string[]> {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	page.on('console', (message) => {
		if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
	});
	const html = `<!doctype html><body style="margin:0">${body}</body>`;
	const server = createServer(({ url = '/' }, response) => {
		const script = scripts[url.slice(1)];
		response.setHeaders(new Headers(headers));
		response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html; charset=utf-8');
		// Other requests, such as that for an icon, get the page too.
		response.end(script ? readFileSync(script) : html);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	// It must not keep the process of the tests running.
	server.unref();
	// `localhost` is another site than 127.0.0.1, and a secure context.
	await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
	return errors;
}

/** The list displays all passages, and each quote is in the article. */
/** All passages are in a list, or can be read one after another, forward and back again. */
export async function expectPassages(frame: FrameLocator, comments: 'and comments' | '' = ''): Promise<void> {
	const shown = await readQuotes(frame);
	const expected = story.passages.filter(({ voice }) => comments || voice !== 'comment');
	expect(shown).toEqual(expected.map(({ quote }) => quote));
	for (const quote of shown) expect(article).toContain(quote);
}

export async function expectState(frame: FrameLocator, state: 'live' | 'still'): Promise<void> {
	await expect(frame.locator('[data-map]')).toHaveAttribute('data-map', state, { timeout: 60_000 });
}

/** The map has another colour than the sea and the page, and the symbol of the camp within 4 CSS pixels of its position. */
export async function expectMap(page: Page, frame: FrameLocator): Promise<void> {
	const [view] = story.views;
	const camp = story.places.find(({ id }) => id === 'border-camp')!;
	const map = frame.locator('.ground');
	const { x: left, y: top } = (await map.boundingBox())!;
	const { x, y } = await pixelOf(frame, view!, camp.anchor!);
	const symbol = { x: x - left, y: y - top, colour: layerColour(camp.layer) };
	const { centers, mainColour } = await findSymbols(page, await map.screenshot(), [symbol]);
	const empty = [palette.light.sea, palette.light.paper].map((colour) => channels(colour).join());
	expect(empty).not.toContain(mainColour);
	expect(centers[0], 'the symbol of the camp').not.toBeNull();
	expect(Math.hypot(centers[0]!.x - symbol.x, centers[0]!.y - symbol.y)).toBeLessThan(4);
}
