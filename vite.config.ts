import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { paletteCss } from './src/lib/drawing/palette.ts';

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
	plugins: [paletteStyles(), sveltekit()],
	preview: { host: '127.0.0.1' },
	test: {
		include: ['tests/unit/**/*.test.ts'],
		expect: { requireAssertions: true }
	}
});
