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
	// WebGL is drawn by the processor here; two workers share two of its cores.
	timeout: 180_000,
	expect: { timeout: 15_000 },
	workers: 2,
	reporter: 'list',
	// What every engine must show is in one file; the rest is tested in Chromium, and with it, in all rounds, that file.
	projects: [
		{ name: 'chromium', testIgnore: all ? [] : ENGINES },
		...otherEngines().map((name) => ({ name, testMatch: ENGINES }))
	],
	use: {
		locale: 'en-GB',
		timezoneId: 'Europe/London',
		// The processor draws: every pixel and every step of a flight costs.
		viewport: { width: 1024, height: 640 },
		contextOptions: { reducedMotion: 'reduce' },
		// A trace of each step takes as long as the step: where one fails, `--trace on` shows it.
		screenshot: 'only-on-failure',
		launchOptions: {
			...(executablePath && { executablePath }),
			args: chromiumArguments
		}
	}
});
