/** Configuration of the browser tests. */
import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium, otherEngines } from '../support/browsers.mjs';
import { all } from '../support/rounds';

const executablePath = findChromium();
const ENGINES = '**/engines.e2e.ts';

export default defineConfig({
	testMatch: '**/*.e2e.ts',
	globalSetup: '../support/serve.ts',
	forbidOnly: Boolean(process.env.CI),
	retries: 0,
	...(!all && { grepInvert: /@all-rounds/ }),
	// Without a GPU, WebGL is rendered by the CPU. Two workers use two cores.
	timeout: 180_000,
	expect: { timeout: 15_000 },
	workers: 2,
	reporter: 'list',
	// Firefox and WebKit run the tests of one file only. Chromium runs all others, and that file too if all rounds are
	// run.
	projects: [
		{ name: 'chromium', testIgnore: all ? [] : ENGINES },
		...otherEngines().map((name) => ({ name, testMatch: ENGINES }))
	],
	use: {
		locale: 'en-GB',
		timezoneId: 'Europe/London',
		// A small viewport and no camera animations, because rendering on the CPU is slow.
		viewport: { width: 1024, height: 640 },
		contextOptions: { reducedMotion: 'reduce' },
		// Tracing doubles the time of a test; it can be switched on with `--trace on`.
		screenshot: 'only-on-failure',
		launchOptions: {
			...(executablePath && { executablePath }),
			args: chromiumArguments
		}
	}
});
