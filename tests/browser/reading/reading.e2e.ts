/** Reading passages and places, from the list and by URL. These tests need no live map. */
import { expect, test } from '@playwright/test';
import { openKey } from '../../support/browser/alive';
import {
	expectCard,
	openCards,
	openWithoutLiveMap,
	passagesOf,
	site,
	story
} from '../../support/browser/page';
import { everyNth, ALL_ROUNDS } from '../../support/rounds';

test.use({ viewport: { width: 1280, height: 800 } });

test(
	'every place has a link in the list, which opens its card and no other',
	ALL_ROUNDS,
	async ({ page }) => {
		test.slow();
		await openWithoutLiveMap(page);
		for (const { id } of story.places) {
			const control = page.locator(`main section a[data-place="${id}"]`);
			await control.focus();
			await page.keyboard.press('Enter');
			await expectCard(page, id);
			// The quotes of comments are in the card, but hidden.
			await expect(openCards(page).locator('blockquote')).not.toHaveCount(0);
		}
	}
);

test('every place of every passage opens its card from the list of passages', async ({ page }) => {
	test.slow();
	await openWithoutLiveMap(page);
	const inPassages = page.locator('main ol a[data-place]');
	for (let index = 0; index < (await inPassages.count()); index++) {
		const control = inPassages.nth(index);
		if (!(await control.isVisible())) continue;
		await control.click();
		await expectCard(page, (await control.getAttribute('data-place')) ?? '');
	}
});

test('the list has all crossings, countries of origin and the camp, and the passages in the order of the article', async ({
	page
}) => {
	await page.goto(site());
	const ids = await page
		.locator('main section a[data-place]')
		.evaluateAll((links) => links.map((link) => link.getAttribute('data-place')));
	expect(story.places.filter(({ layer }) => layer === 'crossing-points')).toHaveLength(13);
	expect(ids.sort()).toEqual(story.places.map(({ id }) => id).sort());
	for (const id of ['syria', 'iraq', 'turkey', 'border-camp']) expect(ids).toContain(id);

	const quotes = await page.locator('main ol blockquote').allTextContents();
	expect(quotes).toEqual(story.passages.map(({ quote }) => quote));
	// Gaps between quotes are marked.
	await expect(page.locator('main .gap')).toHaveCount(
		story.passages.slice(1).filter(({ unquotedBefore }) => unquotedBefore > 0).length
	);
});

test('the card of a crossing says that the article does not name it, and shows the passages about the border', async ({
	page
}) => {
	await page.goto(`${site()}#bobrowniki-bierestowica-road`);
	const card = page.locator('[data-popup="bobrowniki-bierestowica-road"]');
	await expect(card).toContainText('The article does not name this place');
	await expect(card).toContainText('position not checked');
	await expect(card.locator('blockquote')).toHaveText(passagesOf('border').map(({ quote }) => quote));
});

test('comments are hidden until they are switched on, and never attributed to the newspaper', async ({
	page
}) => {
	await openWithoutLiveMap(page);
	const comments = page.locator('.voice-comment blockquote');
	await expect(comments.first()).toBeAttached();
	await expect(comments.locator('visible=true')).toHaveCount(0);
	await openKey(page);
	await page.getByRole('checkbox', { name: /comments/ }).check();
	await expect(page.locator('main .voice-comment blockquote').locator('visible=true')).toHaveCount(
		story.passages.filter(({ voice }) => voice === 'comment').length
	);
	for (const caption of await page.locator('.voice-comment figcaption').allTextContents()) {
		expect(caption).toContain('Not in the newspaper.');
		expect(caption).not.toContain(story.article.source.publisher);
	}
});

test('back and forward open the cards of the history, and a shared link opens its card', async ({ page }) => {
	await openWithoutLiveMap(page);
	await page.locator('main section a[data-place="iraq"]').click();
	await expectCard(page, 'iraq');
	await page.locator('main section a[data-place="syria"]').click();
	await expectCard(page, 'syria');
	await page.goBack();
	await expectCard(page, 'iraq');
	await page.goBack();
	await expect(openCards(page)).toHaveCount(0);
	await page.goForward();
	await expectCard(page, 'iraq');
	await page.goto('about:blank');
	await page.goto(`${site()}#turkey`);
	await expectCard(page, 'turkey');
});

test('Escape closes the card, and the focus returns to the link that opened it', async ({ page }) => {
	await openWithoutLiveMap(page);
	const control = page.locator('main section a[data-place="minsk"]');
	await control.focus();
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-popup="minsk"]')).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(openCards(page)).toHaveCount(0);
	await expect(control).toBeFocused();
});

test('a quote is copied with its speaker, citation and URL', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openWithoutLiveMap(page, '#border-camp');
	const [passage] = passagesOf('border-camp');
	await page
		.locator('[data-popup="border-camp"]')
		.getByRole('button', { name: 'Copy quote' })
		.first()
		.click();
	await expect(page.getByText('Quote and citation copied.')).toBeAttached();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	for (const part of [passage?.quote, passage?.speaker.name, story.article.citation, `#${passage?.id}`])
		expect(copied).toContain(part);
});

test('each place has its own page with its card, a title and a description', async ({ page }) => {
	for (const { id, name } of everyNth(story.places, 5)) {
		await page.goto(`${site()}places/${id}/`);
		expect(await page.title()).toContain(name);
		expect(await page.locator('meta[name="description"]').getAttribute('content')).toContain(
			story.article.citation
		);
		await expectCard(page, id);
	}
	await page.goto(`${site()}places/iraq/`);
	await page.getByRole('link', { name: /See it on the map/ }).click();
	await expectCard(page, 'iraq');
});
