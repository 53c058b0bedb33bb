/** Configuration of SvelteKit: the adapter, the Content-Security-Policy and the prerender. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';

const [, script = ''] = /<script>([^]*?)<\/script>/.exec(readFileSync('src/app.html', 'utf8')) ?? [];
/**
 * SvelteKit does not add the hash of the script in app.html to the policy.
 * @type {`sha256-${string}`}
 */
const scriptHash = `sha256-${createHash('sha256').update(script).digest('base64')}`;

/**
 * The origin of the site, by keyword and by name: in a sandboxed frame 'self' matches nothing in WebKit (bug 316847).
 * If SITE_URL is not a URL, src/lib/server/publish/site-url.ts ends the build.
 */
const siteUrl = process.env.SITE_URL ?? '';
/** @type {any[]} */
const site = ['self', ...(URL.canParse(siteUrl) ? [new URL(siteUrl).origin] : [])];

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter(),
		// UTF-16 code units. The styles are in the HTML, so that the page can be read after one response.
		inlineStyleThreshold: 40_000,
		// SvelteKit puts the policy into the head of each page; src/lib/server/publish/hosting.ts makes a header of it.
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': [...site, scriptHash],
				// In a sandboxed frame MapLibre starts its worker from a data: URL. Such a worker obeys the policy of the page.
				'worker-src': [...site, 'data:'],
				'connect-src': site,
				'style-src': site,
				'font-src': site,
				// The icon of /embed/ is an empty data: URL, so that the browser does not request one.
				'img-src': [...site, 'data:'],
				// The preview of the embed in the dialog.
				'frame-src': site,
				'base-uri': ['none'],
				'form-action': ['none'],
				'object-src': ['none'],
				// No HTML is made from strings. The only exception, the URL of a worker, is in src/lib/map/maplibre.ts.
				'require-trusted-types-for': ['script'],
				// The first is that of maplibre.ts. With the second Svelte creates elements from its compiled templates.
				'trusted-types': ['default', 'svelte-trusted-html']
			}
		},
		prerender: {
			// A small story has no pages /more/<page>/.
			handleUnseenRoutes: 'ignore',
			// In a large story, links lead to cards that are not in the page; script loads them.
			handleMissingId: 'ignore'
		},
		typescript: {
			// The programs in tools/ are checked too: nothing else imports them.
			config: (config) => {
				config.include.push('../tools/**/*.ts');
			}
		},
		// Relative links, so that the site works from any sub-path and from disk.
		paths: { relative: true }
	}
};
