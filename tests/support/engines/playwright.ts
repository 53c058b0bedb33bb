/** Visitors in Chromium and Firefox, driven by Playwright. */
import { createHash } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import type { Engine } from './engines';
import type { Visitor } from './visitor';

/** For a screenshot in Firefox, Playwright inserts this style into the page, and the page's policy blocks it. */
const playwrightStyle = createHash('sha256').update('body {}').digest('base64');

function visitorOf(page: Page): Visitor {
	const errors: string[] = [];
	const addError = (text: string): void => {
		if (!text.includes(playwrightStyle)) errors.push(text);
	};
	page.on('pageerror', ({ message }) => addError(message));
	page.on('console', (message) => {
		if (message.type() === 'error') addError(message.text());
	});
	return {
		errors,
		open: async (address) => {
			await page.goto(address);
		},
		resize: (width, height) => page.setViewportSize({ width, height }),
		// The first is the page itself; its frames follow in the order in which they were added.
		evaluate: (task, argument, frame) =>
			page.frames()[frame === undefined ? 0 : frame + 1]!.evaluate(task as never, argument),
		click: ({ x, y }) => page.mouse.click(x, y),
		pressKey: (name) => page.keyboard.press(name),
		screenshot: () => page.screenshot(),
		close: () => page.context().close()
	};
}

export function engineOf(browser: Browser): Engine {
	return {
		visit: async () => {
			const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
			return visitorOf(await context.newPage());
		},
		close: () => browser.close()
	};
}
