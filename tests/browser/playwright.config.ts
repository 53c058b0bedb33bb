import { defineConfig } from '@playwright/test';
// @ts-expect-error It is plain JavaScript, since node also starts it as it is.
import { chromiumArguments, findChromium } from './chromium.mjs';

const executablePath: string | undefined = findChromium();

export default defineConfig({
	testMatch: '**/*.e2e.ts',
	globalSetup: './serve.ts',
	forbidOnly: Boolean(process.env.CI),
	retries: 0,
	// WebGL is drawn by the processor here; two workers share two of its cores.
	timeout: 180_000,
	expect: { timeout: 15_000 },
	workers: 2,
	reporter: 'list',
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
			args: chromiumArguments as string[]
		}
	}
});
