/** The test of Playwright with a visitor, whose engine is the one that the project is named after. */
import { test as base, type PlaywrightWorkerArgs } from '@playwright/test';
import { chromiumArguments, findChromium, findEngines } from '../browsers.mjs';
import { engineOf } from './playwright';
import type { Visitor } from './visitor';
import { startWebKit } from './webkit';

export interface Engine {
	visit(): Promise<Visitor>;
	close(): Promise<void>;
}

const display = (): string => process.env['TEST_DISPLAY'] ?? '';
const { firefox, driver, webkit } = findEngines();

const starts: Record<string, (playwright: PlaywrightWorkerArgs['playwright']) => Promise<Engine>> = {
	chromium: async ({ chromium }) => {
		const executablePath = findChromium();
		return engineOf(
			await chromium.launch({ ...(executablePath && { executablePath }), args: chromiumArguments })
		);
	},
	firefox: async ({ firefox: browser }) =>
		engineOf(
			await browser.launch({
				channel: 'moz-firefox',
				executablePath: firefox!,
				// It has WebGL only in a window.
				headless: false,
				env: { ...process.env, DISPLAY: display(), MOZ_ENABLE_WAYLAND: '0' },
				firefoxUserPrefs: {
					// Playwright's own way to ask for it does nothing here.
					'ui.prefersReducedMotion': 1,
					// Presses reach no frame that has a process of its own.
					'fission.webContentIsolationStrategy': 0
				}
			})
		),
	webkit: () => Promise.resolve(startWebKit(driver!, webkit!, display()))
};

export const test = base.extend<{ visitor: Visitor }, { engine: Engine }>({
	engine: [
		async ({ playwright }, use, { project }) => {
			const engine = await starts[project.name]!(playwright);
			await use(engine);
			await engine.close();
		},
		{ scope: 'worker' }
	],
	visitor: async ({ engine }, use, info) => {
		const visitor = await engine.visit();
		await visitor.resize(1024, 640);
		await use(visitor);
		if (info.status !== info.expectedStatus)
			await info.attach('screenshot', { body: await visitor.screenshot(), contentType: 'image/png' });
		await visitor.close();
	}
});
