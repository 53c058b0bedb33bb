/** Extends Playwright's `test` with a visitor in the engine that the Playwright project is named after. */
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
				// Firefox has WebGL only in a window.
				headless: false,
				env: { ...process.env, DISPLAY: display(), MOZ_ENABLE_WAYLAND: '0' },
				firefoxUserPrefs: {
					// Playwright's option `reducedMotion` has no effect in this Firefox.
					'ui.prefersReducedMotion': 1,
					// Without this, frames of other sites have their own process, which clicks do not reach.
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
