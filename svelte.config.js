import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';

const [, script = ''] = /<script>([^]*?)<\/script>/.exec(readFileSync('src/app.html', 'utf8')) ?? [];
/** @type {`sha256-${string}`} */
const scriptHash = `sha256-${createHash('sha256').update(script).digest('base64')}`;

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: {
		// Every element of every card carries it.
		cssHash: ({ hash, css }) => `s${hash(css).slice(0, 3)}`
	},
	kit: {
		adapter: adapter(),
		// Small enough to arrive with the HTML: the page is readable after one response.
		inlineStyleThreshold: 40_000,
		// Into the head of each page, with the hashes of what is inline; src/lib/server/hosting.ts sends it as a header.
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', scriptHash],
				// In a sandboxed frame MapLibre starts its worker from a data: address; that one obeys the page's policy.
				'worker-src': ['self', 'data:'],
				'connect-src': ['self'],
				'style-src': ['self'],
				// A frame names an empty icon: else the browser asks its host for one.
				'img-src': ['self', 'data:'],
				// The embed as the dialog shows it.
				'frame-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'object-src': ['none'],
				// No HTML is made from data: src/lib/map/maplibre.ts has the one exception, a worker.
				'require-trusted-types-for': ['script'],
				// SvelteKit wants its own named, which no page makes.
				'trusted-types': ['default', 'svelte-trusted-html']
			}
		},
		prerender: {
			// A small story has no further pages.
			handleUnseenRoutes: 'ignore',
			// Of a large one the page with the map does not hold every card: script brings it when it is linked to.
			handleMissingId: 'ignore'
		},
		// Every link is relative, so that the build works from any sub-path and from disk.
		paths: { relative: true }
	}
};
