/** Using the pages with the keyboard alone. */
import { expect, test, type Page } from '@playwright/test';
import { openKey } from '../../support/browser/alive';
import { expectCard, openCards, openWithoutLiveMap, passagesOf, story } from '../../support/browser/page';
import { everyNth, firstOf } from '../../support/rounds';

/** The focused element: the id of its place, its name, and whether it and its focus are visible. */
const focusedElement = (page: Page) =>
	page.evaluate(() => {
		const element = document.activeElement as HTMLElement;
		const { left, top, right, bottom } = element.getBoundingClientRect();
		const atCenter = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
		return {
			place: element.closest('main section') ? (element.dataset['place'] ?? '') : '',
			name: element.ariaLabel ?? element.textContent.trim(),
			tag: element.tagName,
			isVisible: element === atCenter || element.contains(atCenter) || (atCenter?.contains(element) ?? false),
			hasOutline: getComputedStyle(element).outlineStyle !== 'none' || element.matches('.card, .skip')
		};
	});

for (const path of firstOf(['', 'embed/'])) {
	test(`every place of /${path} can be reached, opened and closed`, async ({ page }) => {
		test.setTimeout(300_000);
		await openWithoutLiveMap(page, path);
		const reached = new Set<string>();
		// Each group of links is one tab stop, and the arrow keys move inside it.
		for (let presses = 0; presses < 150 && reached.size < story.places.length; presses++) {
			await page.keyboard.press('Tab');
			for (let { place } = await focusedElement(page); place !== '' && !reached.has(place);) {
				await page.keyboard.press('Enter');
				await expectCard(page, place);
				await expect(page.locator(`[data-popup="${place}"]`)).toBeFocused();
				await page.keyboard.press('Escape');
				await expect(openCards(page)).toHaveCount(0);
				await expect.poll(async () => (await focusedElement(page)).place).toBe(place);
				reached.add(place);
				await page.keyboard.press('ArrowDown');
				({ place } = await focusedElement(page));
			}
		}
		expect([...reached].sort()).toEqual(story.places.map(({ id }) => id).sort());
	});
}

for (const viewport of [
	{ width: 1280, height: 800 },
	{ width: 390, height: 844 }
]) {
	test(`at ${viewport.width} px the focus is always visible, and Tab leads through the page to its end`, async ({
		page
	}) => {
		await page.setViewportSize(viewport);
		await openWithoutLiveMap(page, '');
		const stops: string[] = [];
		for (let presses = 0; presses < 150; presses++) {
			await page.keyboard.press('Tab');
			const { tag, name, isVisible, hasOutline } = await focusedElement(page);
			if (tag === 'BODY') break;
			expect(isVisible, `"${name}" is covered`).toBe(true);
			expect(hasOutline, `"${name}" does not show that it has focus`).toBe(true);
			stops.push(name);
		}
		expect(stops.length).toBeGreaterThan(10);
		expect(stops.length).toBeLessThan(80);
		expect(stops[0]).toMatch(/^Skip to/);
	});
}

test('the skip link leads to the passages', async ({ page }) => {
	await openWithoutLiveMap(page, '');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.locator('#passages')).toBeInViewport();
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => document.activeElement?.closest('main ol.list') !== null)).toBe(true);
});

test('a screen reader announces an open card with its name and its quote', async ({ page }) => {
	await openWithoutLiveMap(page, '');
	await page.locator('main section a[data-place="iraq"]').focus();
	await page.keyboard.press('Enter');
	const card = page.locator('[data-popup="iraq"]');
	await expect(card).toBeFocused();
	await expect(card).toHaveAccessibleName('Iraq');
	// From Chromium, because Playwright computes the description without the content of blockquotes.
	const client = await page.context().newCDPSession(page);
	const { nodes } = await client.send('Accessibility.getFullAXTree');
	const cardNode = nodes.find(({ role, name }) => role?.value === 'article' && name?.value === 'Iraq');
	expect(cardNode?.description?.value).toContain(passagesOf('iraq')[0]?.quote);
});

test('different controls of a card have different names', async ({ page }) => {
	await openWithoutLiveMap(page);
	for (const { id } of everyNth(story.places, 5)) {
		await page.evaluate((id) => (location.hash = id), id);
		await expectCard(page, id);
		// Links with the same name may have the same target; every button has its own action.
		const controls = await openCards(page)
			.locator('a, button')
			.evaluateAll((all) =>
				all.map((control, index) => ({
					name: control.ariaLabel ?? control.textContent.trim(),
					action: control.getAttribute('href') ?? `button ${index}`
				}))
			);
		expect(controls.length).toBeGreaterThan(1);
		const names = new Map<string, string>();
		for (const { name, action } of controls) {
			expect(name).not.toBe('');
			expect(names.get(name) ?? action, `"${name}" in the card of ${id}`).toBe(action);
			names.set(name, action);
		}
	}
});

test('every control outside a sentence is at least 24 px high and wide', async ({ page }) => {
	for (const path of ['', '#iraq', 'embed/', 'embed/#iraq']) {
		await page.setViewportSize({ width: 390, height: 844 });
		await openWithoutLiveMap(page, path);
		const small = await page.evaluate(() =>
			[...document.querySelectorAll<HTMLElement>('button, label, summary, a:not(svg a)')]
				.filter((control) => {
					const { width, height } = control.getBoundingClientRect();
					// WCAG 2.5.8 exempts links in a sentence.
					const isInline = control.parentElement?.textContent.trim() !== control.textContent.trim();
					const isVisible = width > 1 && height > 1 && getComputedStyle(control).visibility === 'visible';
					return isVisible && !(control.tagName === 'A' && isInline) && (width < 24 || height < 24);
				})
				.map(({ outerHTML }) => outerHTML.slice(0, 120))
		);
		expect(small, path).toEqual([]);
	}
});

test('the places of a comment can be reached once comments are switched on', async ({ page }) => {
	const comment = story.passages.find(({ voice }) => voice === 'comment')!;
	await openWithoutLiveMap(page, '');
	await openKey(page);
	await page.getByRole('checkbox', { name: /comments/ }).check();
	const places = page.locator(`#${comment.id} .places a[data-place]`);
	// The first focus hydrates the list.
	await places.first().focus();
	await expect
		.poll(() => places.evaluateAll((links) => links.map((link) => (link as HTMLElement).tabIndex)))
		.toEqual((await places.all()).map((_, index) => (index === 0 ? 0 : -1)));
});
