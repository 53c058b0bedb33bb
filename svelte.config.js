import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';

const [, script = ''] = /<script>([^]*?)<\/script>/.exec(readFileSync('src/app.html', 'utf8')) ?? [];
/** @type {`sha256-${string}`} */
const scriptHash = `sha256-${createHash('sha256').update(script).digest('base64')}`;

/**
 * The site itself. WebKit lets 'self' match nothing in a sandboxed frame (bug 316847): there only the origin by name lets
 * the page's script in. A SITE_URL that is no address stops the build in src/lib/server/publish/site-url.ts.
 */
const given = process.env.SITE_URL ?? '';
/** @type {any[]} */
const own = ['self', ...(URL.canParse(given) ? [new URL(given).origin] : [])];

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter(),
		// Small enough to arrive with the HTML: the page is readable after one response.
		inlineStyleThreshold: 40_000,
		// Into the head of each page, with the hashes of what is inline; src/lib/server/publish/hosting.ts sends it as a header.
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': [...own, scriptHash],
				// In a sandboxed frame MapLibre starts its worker from a data: address; that one obeys the page's policy.
				'worker-src': [...own, 'data:'],
				'connect-src': own,
				'style-src': own,
				// A frame names an empty icon: else the browser asks its host for one.
				'img-src': [...own, 'data:'],
				// The embed as the dialog shows it.
				'frame-src': own,
				'base-uri': ['none'],
				'form-action': ['none'],
				'object-src': ['none'],
				// No HTML is made from data: src/lib/map/maplibre.ts has the one exception, a worker.
				'require-trusted-types-for': ['script'],
				// Svelte makes its components from templates of its own under the second.
				'trusted-types': ['default', 'svelte-trusted-html']
			}
		},
		prerender: {
			// A small story has no further pages.
			handleUnseenRoutes: 'ignore',
			// Of a large one the page with the map does not hold every card: script brings it when it is linked to.
			handleMissingId: 'ignore'
		},
		typescript: {
			// The programs in tools/ are checked too: nothing else imports them.
			config: (config) => {
				config.include.push('../tools/**/*.ts');
			}
		},
		// Every link is relative, so that the build works from any sub-path and from disk.
		paths: { relative: true }
	}
};
