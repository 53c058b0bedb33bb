import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter(),
		// Small enough to arrive with the HTML: the page is readable after one response.
		inlineStyleThreshold: 40_000,
		// Every link is relative, so that the build works from any sub-path and from disk.
		paths: { relative: true }
	}
};
