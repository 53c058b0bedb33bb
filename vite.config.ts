import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { hosting } from './src/lib/server/publish/hosting.ts';
import { clientEntry } from './tools/vite/client-entry.ts';
import { paletteCss } from './src/lib/style/palette.ts';

/** `virtual:palette.css`: the palette as custom properties, so that page and map cannot differ in colour. */
function paletteStyles(): Plugin {
	const id = 'virtual:palette.css';
	return {
		name: 'palette-styles',
		resolveId: (source) => (source === id ? `\0${id}` : undefined),
		load: (source) => (source === `\0${id}` ? paletteCss() : undefined)
	};
}

export default defineConfig({
	plugins: [paletteStyles(), sveltekit(), clientEntry('src/lib/client/islands.ts'), hosting()],
	// The site's policy lets in nothing from a data: address: a small file stays one too.
	// For older browsers each rule that says a colour scheme would carry a second way to say it.
	build: { assetsInlineLimit: 0, cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
	worker: { format: 'es' },
	preview: { host: '127.0.0.1' },
	test: {
		include: ['tests/unit/**/*.test.ts'],
		setupFiles: ['tests/support/ground.ts'],
		// Reading the packages and drawing the ground takes longer than most tests: once for each of two processes. No test
		// changes what others use, and each leaves the clock and the mocks as they were.
		isolate: false,
		maxWorkers: 2,
		// What a compile leaves behind is much and short-lived.
		execArgv: ['--max-semi-space-size=64'],
		// A whole compile takes about a second, and several on a machine that has other work.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		expect: { requireAssertions: true }
	}
});
