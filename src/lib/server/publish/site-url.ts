/** The public URL of the site, from the environment variable `SITE_URL`, for whatever needs absolute URLs. */
import { building } from '$app/environment';

/**
 * Returns the URL with a slash at its end, so that relative paths can be appended.
 * @throws if it is not an http or https URL, or has a user name, query or fragment
 */
export function readSiteUrl(given: string): string {
	const url = URL.canParse(given) ? new URL(given) : undefined;
	if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username || url.password)
		throw new Error(
			`SITE_URL: the address of the site is not one. Found: "${given}". Give where it will stand, as in https://example.org/story/, with no query and no fragment.`
		);
	return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

/** Undefined if `SITE_URL` is not set. An invalid one ends the build with a message. */
export function siteUrl(): string | undefined {
	const value = process.env['SITE_URL'];
	if (!value) return undefined;
	try {
		return readSiteUrl(value);
	} catch (error) {
		if (!building) throw error;
		console.error(`\n${(error as Error).message}\n`);
		process.exit(1);
	}
}
