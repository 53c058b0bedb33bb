/**
 * A built story with markup, scripts and URLs of another host in every free text. It has seventy places, too many for
 * one page, so that loaded cards are tested too.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { preview, type PreviewServer } from 'vite';
import { hosting } from '../../../src/lib/server/publish/hosting';
import { payloads } from '../../support/story/payloads';
import { planted } from '../../support/story/planted';
// @ts-expect-error The benchmark is plain JavaScript without types.
import { buildStory } from '../../bench/builds.mjs';
// @ts-expect-error The benchmark is plain JavaScript without types.
import { inventStory } from '../../bench/invent.mjs';
import { openCards, collectViolations } from '../../support/browser/page';
import { firstOf, rounds } from '../../support/rounds';

const COUNT = 70;
/** Texts with control characters and line separators are left out: the build rejects them. */
const texts = [...payloads, ...planted].filter((text) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(text.trim()));
const textAt = (index: number): string => (texts[index % texts.length] ?? '').trim();
const normalizeSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The texts of a place and of the passage about it. */
const textsOf = (index: number) => {
	const first = index * 7;
	return {
		name: textAt(first),
		kind: textAt(first + 1),
		note: textAt(first + 2),
		source: textAt(first + 3),
		because: textAt(first + 4),
		speaker: textAt(first + 5),
		role: textAt(first + 6)
	};
};

let folder: string;
let server: PreviewServer;
let siteUrl: string;

test.beforeAll(async () => {
	test.setTimeout(300_000);
	folder = mkdtempSync(join(tmpdir(), 'planted-'));
	const story = join(folder, 'story');
	mkdirSync(story);
	inventStory(story, COUNT);
	editFile(story, 'geo/hamlets.geojson', (layer) => {
		for (const [index, { properties }] of layer.features.entries()) {
			const { name, kind, note, source } = textsOf(index);
			Object.assign(properties, { names: { en: name }, kind, note });
			properties.provenance.source = source;
		}
	});
	editFile(story, 'article/passages.yaml', ({ passages }) => {
		for (const [index, passage] of passages.entries()) {
			passage.speaker = `speaker-${index}`;
			passage.places = [{ place: `place-${index + 1}`, because: textsOf(index).because }];
		}
	});
	editFile(story, 'article/article.yaml', (article) => {
		article.speakers = Object.fromEntries(
			Array.from({ length: COUNT }, (_, index) => {
				const { speaker: name, role } = textsOf(index);
				return [`speaker-${index}`, { name, role }];
			})
		);
		for (const field of ['title', 'summary', 'citation']) article[field] = textAt(field.length);
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
	siteUrl = server.resolvedUrls?.local[0] ?? '';
});

test.afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any
function editFile(story: string, file: string, edit: (data: any) => void): void {
	const data: unknown = JSON.parse(readFileSync(join(story, file), 'utf8'));
	edit(data);
	writeFileSync(join(story, file), JSON.stringify(data));
}

/**
 * Records what must not happen: dialogs of scripts that ran, requests to other hosts, failed requests, policy
 * violations.
 */
async function recordProblems(page: Page): Promise<string[]> {
	const problems = await collectViolations(page);
	page.on('dialog', (dialog) => {
		problems.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	page.on('pageerror', ({ message }) => problems.push(message));
	page.context().on('request', (request) => {
		if (!request.url().startsWith(siteUrl)) problems.push(`requested ${request.url()}`);
	});
	page.on('response', (response) => {
		if (response.status() >= 400) problems.push(`${response.status()} for ${response.url()}`);
	});
	return problems;
}

test('there are at least 400 texts, and all of them are used', () => {
	expect(texts.length).toBeGreaterThanOrEqual(400);
	expect(COUNT * 7).toBeGreaterThanOrEqual(texts.length);
});

for (const path of firstOf(['', 'embed/']))
	test(`/${path} shows the texts of each place unchanged, runs no script of them and requests no other host`, async ({
		page
	}) => {
		test.setTimeout(300_000);
		const problems = await recordProblems(page);
		await page.goto(siteUrl + path);
		await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'live', { timeout: 60_000 });
		// The embed has the same cards, so only some are checked there unless all rounds are run.
		for (let index = 0; index < COUNT; index += path === '' ? rounds(3, 1) : rounds(7, 1)) {
			const id = `place-${index + 1}`;
			await page.evaluate((id) => (location.hash = id), id);
			const card = page.locator(`[data-popup="${id}"]`);
			await expect(openCards(page)).toHaveCount(1);
			await expect(card).toBeVisible();
			const shown = normalizeSpace((await card.textContent()) ?? '');
			const { name, kind, because, speaker } = textsOf(index);
			for (const text of [name, kind, because, speaker]) expect(shown).toContain(normalizeSpace(text));
		}
		expect(problems).toEqual([]);
	});

test('the pages of places show their other texts unchanged, run no script of them and request no other host', async ({
	page
}) => {
	const problems = await recordProblems(page);
	for (let index = 0; index < COUNT; index += rounds(7, 1)) {
		await page.goto(`${siteUrl}places/place-${index + 1}/`);
		const shown = normalizeSpace((await page.locator('main').textContent()) ?? '');
		const { name, kind, note, source, because, speaker } = textsOf(index);
		for (const text of [name, kind, note, source, because, speaker])
			expect(shown).toContain(normalizeSpace(text));
	}
	expect(problems).toEqual([]);
});

test('a card that is not in the page is loaded when a URL names it, gets focus, and closes', async ({
	page
}) => {
	const problems = await recordProblems(page);
	await page.goto(`${siteUrl}embed/?start=click#place-66`);
	const card = page.locator('[data-popup="place-66"]');
	await expect(card).toBeVisible();
	await expect(card.locator('blockquote')).toHaveText(/^In Hamlet 66 /);
	await expect(card.getByRole('button', { name: /^Copy quote/ })).toBeVisible();
	await expect(card).toBeFocused();
	// Its passage is not in the list of this page, so the link leads to another page.
	const link = await card
		.getByRole('link', { name: 'More about this place' })
		.evaluate((a: HTMLAnchorElement) => a.href);
	const list = await page.context().newPage();
	await list.goto(link);
	await list.getByRole('link', { name: 'In the list' }).click();
	await expect(list.locator('.passage:target blockquote')).toHaveText(/^In Hamlet 66 /);
	await list.close();
	await page.keyboard.press('Escape');
	await expect(openCards(page)).toHaveCount(0);
	// A fragment that is not the id of a place causes no request.
	for (const unknown of ['place-9999', '?secret=1', '../story']) {
		await page.evaluate((fragment) => (location.hash = fragment), unknown);
		await expect(openCards(page)).toHaveCount(0);
	}
	expect(problems).toEqual([]);
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('links lead to every passage and every place', async ({ page }) => {
		await page.goto(`${siteUrl}embed/`);
		await page.goto(
			new URL((await page.locator('main a[href*="more/"]').getAttribute('href'))!, page.url()).href
		);
		await expect(page.locator('main ol blockquote')).toHaveCount(COUNT);
		await expect(page.locator('main section li a')).toHaveCount(COUNT);
		await page.locator('main section li a').nth(65).click();
		await expect(page.locator('[data-popup] blockquote')).toHaveText(/^In Hamlet 66 /);
	});
});
