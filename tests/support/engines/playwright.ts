/** Chromium and Firefox, as Playwright drives them. */
import { createHash } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import type { Engine } from './engines';
import type { Visitor } from './visitor';

/** What Playwright puts into a page of Firefox to take its picture, and the page's policy refuses: an empty style. */
const ownStyle = createHash('sha256').update('body {}').digest('base64');

function visitorOf(page: Page): Visitor {
	const faults: string[] = [];
	const note = (fault: string): void => {
		if (!fault.includes(ownStyle)) faults.push(fault);
	};
	page.on('pageerror', ({ message }) => note(message));
	page.on('console', (message) => {
		if (message.type() === 'error') note(message.text());
	});
	return {
		faults,
		open: async (address) => {
			await page.goto(address);
		},
		resize: (width, height) => page.setViewportSize({ width, height }),
		// Frames stand behind their page, in the order in which they came.
		evaluate: (task, argument, frame) =>
			page.frames()[frame === undefined ? 0 : frame + 1]!.evaluate(task as never, argument),
		press: ({ x, y }) => page.mouse.click(x, y),
		key: (name) => page.keyboard.press(name),
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
