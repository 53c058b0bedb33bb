/** Configuration of Vite and Vitest. */
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { hosting } from './src/lib/server/publish/hosting.ts';
import { clientEntry } from './tools/vite/client-entry.ts';
import { fallbackFonts } from './tools/vite/fallback-fonts.ts';
import { paletteCss } from './src/lib/style/palette.ts';

/** Provides `virtual:palette.css`: the colours of the map as custom properties, for the page. */
function paletteStyles(): Plugin {
	const id = 'virtual:palette.css';
	return {
		name: 'palette-styles',
		resolveId: (source) => (source === id ? `\0${id}` : undefined),
		load: (source) => (source === `\0${id}` ? paletteCss() : undefined)
	};
}

export default defineConfig({
	plugins: [
		paletteStyles(),
		fallbackFonts(),
		sveltekit(),
		clientEntry('src/lib/client/islands.ts'),
		hosting()
	],
	// Small files are not inlined, because the Content-Security-Policy allows data: URLs only for images and workers. The
	// CSS targets are the first browsers with light-dark(). For older ones the minifier would add custom properties to
	// each rule with color-scheme, although no rule uses light-dark().
	build: { assetsInlineLimit: 0, cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
	worker: { format: 'es' },
	preview: { host: '127.0.0.1' },
	test: {
		include: ['tests/unit/**/*.test.ts'],
		setupFiles: ['tests/support/ground.ts'],
		// Loading packages and building the basemap takes longer than most tests. Without isolation it is done once in each
		// of the two processes. So no test may change what others use, and each must restore timers and mocks.
		isolate: false,
		maxWorkers: 2,
		// Compiling a story allocates much memory for a short time.
		execArgv: ['--max-semi-space-size=64'],
		// Compiling a story takes about a second, or several on a busy machine.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		expect: { requireAssertions: true }
	}
});
