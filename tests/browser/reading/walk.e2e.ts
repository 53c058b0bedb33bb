/** Reading the passages in the order of the article, and the passages of a card. */
import { expect, test } from '@playwright/test';
import { openWithoutLiveMap, passagesOf, site, story } from '../../support/browser/page';

const spoken = story.passages.filter(({ voice }) => voice !== 'comment');
const ids = spoken.map(({ id }) => id);

test('the keyboard alone leads through all passages and back to the first', async ({ page }) => {
	await openWithoutLiveMap(page, '');
	const fragment = () => new URL(page.url()).hash.slice(1);
	await page.getByRole('link', { name: 'Read in order', exact: true }).focus();
	await page.keyboard.press('Enter');
	for (const [index, id] of ids.entries()) {
		await expect.poll(fragment).toBe(id);
		await expect(
			page.locator('.walk').getByText(`${index + 1} of ${ids.length}`, { exact: true })
		).toBeVisible();
		await expect(page.locator(`[id="${id}"] blockquote`)).toBeInViewport();
		if (index < ids.length - 1) await page.keyboard.press('ArrowRight');
	}
	await expect(page.getByRole('link', { name: 'Next', exact: true })).toHaveAttribute(
		'aria-disabled',
		'true'
	);
	for (const id of [...ids].reverse().slice(1)) {
		await page.keyboard.press('ArrowLeft');
		await expect.poll(fragment).toBe(id);
	}
	await expect(page.getByRole('link', { name: 'Previous', exact: true })).toHaveAttribute(
		'aria-disabled',
		'true'
	);
	await page.goBack();
	await expect.poll(fragment).toBe(ids[1]);
});

test('before the script has come, the walk begins with a link to the first passage', async ({ browser }) => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.goto(site());
	await page.getByRole('link', { name: 'Read in order', exact: true }).click();
	await expect(page.locator(`[id="${ids[0]}"]:target blockquote`)).toBeInViewport();
	await page.locator(`[id="${ids[0]}"]`).getByRole('link', { name: 'Next', exact: true }).click();
	await expect(page.locator(`[id="${ids[1]}"]:target blockquote`)).toBeInViewport();
	await page.close();
});

test('a card shows the passages about its place one by one', async ({ page }) => {
	const [first, second] = passagesOf('iraq').filter(({ voice }) => voice !== 'comment');
	await openWithoutLiveMap(page, '#iraq');
	const card = page.locator('[data-popup="iraq"]');
	const quote = card.locator('blockquote').locator('visible=true');
	const next = card.getByRole('button', { name: 'Next about this place' });
	const previous = card.getByRole('button', { name: 'Previous about this place' });
	await expect(quote).toHaveText([first!.quote]);
	await expect(card.getByText('Passage 1 of 2 about this place')).toBeVisible();
	await expect(previous).toHaveAttribute('aria-disabled', 'true');
	await next.click();
	await expect(quote).toHaveText([second!.quote]);
	await expect(next).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(quote).toHaveText([second!.quote]);
	await previous.click();
	await expect(quote).toHaveText([first!.quote]);
});
