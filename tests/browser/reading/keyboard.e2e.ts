/** With the keyboard alone: every place and passage is reached, opened, read and left; nothing traps, nothing is hidden. */
import { expect, test, type Page } from '@playwright/test';
import { expectCard, openCards, openQuiet, passagesAt, story } from '../../support/browser/page';

/** What has focus: the id of the place it selects, what it is called, and whether it can be seen. */
const focused = (page: Page) =>
	page.evaluate(() => {
		const element = document.activeElement as HTMLElement;
		const { left, top, right, bottom } = element.getBoundingClientRect();
		const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
		return {
			place: element.closest('main section') ? (element.dataset['place'] ?? '') : '',
			name: element.ariaLabel ?? element.textContent.trim(),
			tag: element.tagName,
			seen: element === middle || element.contains(middle) || (middle?.contains(element) ?? false),
			marked: getComputedStyle(element).outlineStyle !== 'none' || element.matches('.card, .skip')
		};
	});

for (const address of ['', 'embed/']) {
	test(`every place of /${address} is reached, opened, read and left`, async ({ page }) => {
		test.setTimeout(300_000);
		await openQuiet(page, address);
		const reached = new Set<string>();
		// One tab stop a group, the arrows inside it: Tab to each, then round it once.
		for (let presses = 0; presses < 150 && reached.size < story.places.length; presses++) {
			await page.keyboard.press('Tab');
			for (let { place } = await focused(page); place !== '' && !reached.has(place);) {
				await page.keyboard.press('Enter');
				await expectCard(page, place);
				await expect(page.locator(`[data-popup="${place}"]`)).toBeFocused();
				await page.keyboard.press('Escape');
				await expect(openCards(page)).toHaveCount(0);
				await expect.poll(async () => (await focused(page)).place).toBe(place);
				reached.add(place);
				await page.keyboard.press('ArrowDown');
				({ place } = await focused(page));
			}
		}
		expect([...reached].sort()).toEqual(story.places.map(({ id }) => id).sort());
	});
}

for (const viewport of [
	{ width: 1280, height: 800 },
	{ width: 390, height: 844 }
]) {
	test(`focus is always seen, and Tab comes to an end, ${viewport.width} px wide`, async ({ page }) => {
		await page.setViewportSize(viewport);
		await openQuiet(page, '');
		const stops: string[] = [];
		for (let presses = 0; presses < 150; presses++) {
			await page.keyboard.press('Tab');
			const { tag, name, seen, marked } = await focused(page);
			if (tag === 'BODY') break;
			expect(seen, `"${name}" is covered`).toBe(true);
			expect(marked, `"${name}" does not show that it has focus`).toBe(true);
			stops.push(name);
		}
		expect(stops.length).toBeGreaterThan(10);
		expect(stops.length).toBeLessThan(80);
		expect(stops[0]).toMatch(/^Skip to/);
	});
}

test('the skip link leads to the passages', async ({ page }) => {
	await openQuiet(page, '');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.locator('#passages')).toBeInViewport();
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => document.activeElement?.closest('main ol.list') !== null)).toBe(true);
});

test('what is heard of an open card is its name and its quotes', async ({ page }) => {
	await openQuiet(page, '');
	await page.locator('main section a[data-place="iraq"]').focus();
	await page.keyboard.press('Enter');
	const card = page.locator('[data-popup="iraq"]');
	await expect(card).toBeFocused();
	await expect(card).toHaveAccessibleName('Iraq');
	// As Chromium tells it: Playwright's own reckoning leaves out what stands in a blockquote.
	const client = await page.context().newCDPSession(page);
	const { nodes } = await client.send('Accessibility.getFullAXTree');
	const heard = nodes.find(({ role, name }) => role?.value === 'article' && name?.value === 'Iraq');
	for (const { quote } of passagesAt('iraq')) expect(heard?.description?.value).toContain(quote);
});

test('controls of one card that do different things have different names', async ({ page }) => {
	await openQuiet(page);
	for (const { id } of story.places) {
		await page.evaluate((id) => (location.hash = id), id);
		await expectCard(page, id);
		// Links with one name may lead to one place; of buttons no two do the same.
		const controls = await openCards(page)
			.locator('a, button')
			.evaluateAll((all) =>
				all.map((control, index) => ({
					name: control.ariaLabel ?? control.textContent.trim(),
					does: control.getAttribute('href') ?? `button ${index}`
				}))
			);
		expect(controls.length).toBeGreaterThan(1);
		const names = new Map<string, string>();
		for (const { name, does } of controls) {
			expect(name).not.toBe('');
			expect(names.get(name) ?? does, `"${name}" in the card of ${id}`).toBe(does);
			names.set(name, does);
		}
	}
});

test('every control that stands alone is at least 24 px high and wide', async ({ page }) => {
	for (const address of ['', '#iraq', 'embed/', 'embed/#iraq']) {
		await page.setViewportSize({ width: 390, height: 844 });
		await openQuiet(page, address);
		const small = await page.evaluate(() =>
			[...document.querySelectorAll<HTMLElement>('button, label, summary, a:not(svg a)')]
				.filter((control) => {
					const { width, height } = control.getBoundingClientRect();
					// A link within a sentence is as high as its line (WCAG 2.5.8, inline).
					const inline = control.parentElement?.textContent.trim() !== control.textContent.trim();
					const shown = width > 1 && height > 1 && getComputedStyle(control).visibility === 'visible';
					return shown && !(control.tagName === 'A' && inline) && (width < 24 || height < 24);
				})
				.map(({ outerHTML }) => outerHTML.slice(0, 120))
		);
		expect(small, address).toEqual([]);
	}
});

test('the places of a comment are reached once comments are asked for', async ({ page }) => {
	const comment = story.passages.find(({ voice }) => voice === 'comment')!;
	await openQuiet(page, '');
	await page.getByRole('checkbox', { name: /comments/ }).check();
	const places = page.locator(`#${comment.id} .places a`);
	// The list comes alive when it is first used.
	await places.first().focus();
	await expect
		.poll(() => places.evaluateAll((links) => links.map((link) => (link as HTMLElement).tabIndex)))
		.toEqual((await places.all()).map((_, index) => (index === 0 ? 0 : -1)));
});
