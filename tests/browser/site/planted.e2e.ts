/**
 * A story of seventy places, too many for one page, with markup, scripts and addresses of another host in every text
 * that an editor writes freely: built, and read in a browser.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { preview, type PreviewServer } from 'vite';
import { hosting } from '../../../src/lib/server/publish/hosting';
import { payloads } from '../../support/story/payloads';
import { planted } from '../../support/story/planted';
// @ts-expect-error It is plain JavaScript, for the benchmark is.
import { buildStory } from '../../bench/builds.mjs';
// @ts-expect-error It is plain JavaScript, for the benchmark is.
import { inventStory } from '../../bench/invent.mjs';
import { openCards, refusals } from '../../support/browser/page';
import { rounds } from '../../support/rounds';

const COUNT = 70;
/** Characters that no text may hold are refused by the build. */
const texts = [...payloads, ...planted].filter((text) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(text.trim()));
const textAt = (index: number): string => (texts[index % texts.length] ?? '').trim();
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What is written into a place, and into the passage about it. */
const slotsOf = (index: number) => {
	const at = index * 7;
	return {
		name: textAt(at),
		kind: textAt(at + 1),
		note: textAt(at + 2),
		source: textAt(at + 3),
		because: textAt(at + 4),
		speaker: textAt(at + 5),
		role: textAt(at + 6)
	};
};

let folder: string;
let server: PreviewServer;
let address: string;

test.beforeAll(async () => {
	test.setTimeout(300_000);
	folder = mkdtempSync(join(tmpdir(), 'planted-'));
	const story = join(folder, 'story');
	mkdirSync(story);
	inventStory(story, COUNT);
	change(story, 'geo/hamlets.geojson', (layer) => {
		for (const [index, { properties }] of layer.features.entries()) {
			const { name, kind, note, source } = slotsOf(index);
			Object.assign(properties, { names: { en: name }, kind, note });
			properties.provenance.source = source;
		}
	});
	change(story, 'article/passages.yaml', ({ passages }) => {
		for (const [index, passage] of passages.entries()) {
			passage.speaker = `speaker-${index}`;
			passage.places = [{ place: `place-${index + 1}`, because: slotsOf(index).because }];
		}
	});
	change(story, 'article/article.yaml', (article) => {
		article.speakers = Object.fromEntries(
			Array.from({ length: COUNT }, (_, index) => {
				const { speaker: name, role } = slotsOf(index);
				return [`speaker-${index}`, { name, role }];
			})
		);
		for (const slot of ['title', 'summary', 'citation']) article[slot] = textAt(slot.length);
		article.views[0].label = textAt(3);
	});
	buildStory(story, join(folder, 'copy'));
	server = await preview({
		root: join(folder, 'copy'),
		configFile: false,
		appType: 'mpa',
		plugins: [hosting()],
		logLevel: 'warn',
		build: { outDir: 'build' },
		preview: { host: '127.0.0.1', port: 0, cors: false }
	});
	address = server.resolvedUrls?.local[0] ?? '';
});

test.afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any
function change(story: string, file: string, how: (data: any) => void): void {
	const data: unknown = JSON.parse(readFileSync(join(story, file), 'utf8'));
	how(data);
	writeFileSync(join(story, file), JSON.stringify(data));
}

/** What must stay empty: dialogs of scripts that ran, hosts that were asked, what is not there, what the policy refused. */
async function listen(page: Page): Promise<string[]> {
	const heard = await refusals(page);
	page.on('dialog', (dialog) => {
		heard.push(`said ${dialog.message()}`);
		void dialog.dismiss();
	});
	page.on('pageerror', ({ message }) => heard.push(message));
	page.context().on('request', (request) => {
		if (!request.url().startsWith(address)) heard.push(`asked for ${request.url()}`);
	});
	page.on('response', (response) => {
		if (response.status() >= 400) heard.push(`${response.status()} for ${response.url()}`);
	});
	return heard;
}

test('enough is planted', () => {
	expect(texts.length).toBeGreaterThanOrEqual(400);
	expect(COUNT * 7).toBeGreaterThanOrEqual(texts.length);
});

for (const path of ['', 'embed/'])
	test(`/${path} shows each place with its words as they are, runs none of them and asks nobody`, async ({
		page
	}) => {
		test.setTimeout(300_000);
		const heard = await listen(page);
		await page.goto(address + path);
		await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'live', { timeout: 60_000 });
		// The cards of the frame are those of the page: with all rounds each of them is read there, too.
		for (let index = 0; index < COUNT; index += path === '' ? 1 : rounds(7, 1)) {
			const id = `place-${index + 1}`;
			await page.evaluate((id) => (location.hash = id), id);
			const card = page.locator(`[data-popup="${id}"]`);
			await expect(openCards(page)).toHaveCount(1);
			await expect(card).toBeVisible();
			const shown = inOneLine((await card.textContent()) ?? '');
			const { source, ...slots } = slotsOf(index);
			for (const text of Object.values({ ...slots, ...(path === '' && { source }) }))
				expect(shown).toContain(inOneLine(text));
		}
		expect(heard).toEqual([]);
	});

test('a card that is not in the page comes when it is linked to, gets focus, and closes', async ({
	page
}) => {
	const heard = await listen(page);
	await page.goto(`${address}embed/?start=click#place-66`);
	const card = page.locator('[data-popup="place-66"]');
	await expect(card).toBeVisible();
	await expect(card.locator('blockquote')).toHaveText(/^In Hamlet 66 /);
	await expect(card.getByRole('button', { name: /^Copy quote/ })).toBeVisible();
	await expect(card).toBeFocused();
	// Its passage is in no list of this page: the link leads to one that has it.
	const link = await card
		.getByRole('link', { name: /^In the list/ })
		.evaluate((a: HTMLAnchorElement) => a.href);
	const list = await page.context().newPage();
	await list.goto(link);
	await expect(list.locator('.passage:target blockquote')).toHaveText(/^In Hamlet 66 /);
	await list.close();
	await page.keyboard.press('Escape');
	await expect(openCards(page)).toHaveCount(0);
	// What no place is called asks for nothing.
	for (const unknown of ['place-9999', '?secret=1', '../story']) {
		await page.evaluate((fragment) => (location.hash = fragment), unknown);
		await expect(openCards(page)).toHaveCount(0);
	}
	expect(heard).toEqual([]);
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('every passage and every place is reached by links', async ({ page }) => {
		await page.goto(`${address}embed/`);
		await page.goto(
			new URL((await page.locator('main a[href*="more/"]').getAttribute('href'))!, page.url()).href
		);
		await expect(page.locator('main ol blockquote')).toHaveCount(COUNT);
		await expect(page.locator('main section li a')).toHaveCount(COUNT);
		await page.locator('main section li a').nth(65).click();
		await expect(page.locator('[data-popup] blockquote')).toHaveText(/^In Hamlet 66 /);
	});
});
