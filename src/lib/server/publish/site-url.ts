/** Where the site will stand, for what needs a whole address: `SITE_URL=https://…/`. Nothing where that is not told. */
import { building } from '$app/environment';

/** With a slash at its end, so that paths can follow; a sentence where it is no address. */
export function readSiteUrl(given: string): string {
	const url = URL.canParse(given) ? new URL(given) : undefined;
	if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username || url.password)
		throw new Error(
			`SITE_URL: the address of the site is not one. Found: "${given}". Give where it will stand, as in https://example.org/story/, with no query and no fragment.`
		);
	return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

export function siteUrl(): string | undefined {
	const given = process.env['SITE_URL'];
	if (!given) return undefined;
	try {
		return readSiteUrl(given);
	} catch (error) {
		if (!building) throw error;
		console.error(`\n${(error as Error).message}\n`);
		process.exit(1);
	}
}
