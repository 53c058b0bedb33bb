/** What text, a language tag and an address may hold, beyond what a pattern says of them. */

/** What a page cannot hold, or what would turn round the words beside it. Tabs and line breaks are white space. */
export const UNFIT = /(?![\t\n])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u;
/** The words of an article may have any direction, but a page drops or changes these. */
export const UNPRINTABLE = /(?![\t\n])\p{Cc}|\p{Cs}/u;
export const VISIBLE = /[^\p{Default_Ignorable_Code_Point}\p{C}\p{M}\p{Z}]/u;

/** The pattern lets pass some tags that are none, such as those with a variant twice. */
export function isLanguageTag(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag).length === 1;
	} catch {
		return false;
	}
}

/** A browser lets pass what a reader does not see: a user before the host, blanks, a host that is written otherwise. */
export function isPlainAddress(address: string): boolean {
	const [, host = ''] = /^https:\/\/([^/?#]+)/i.exec(address) ?? [];
	const written = host.replace(/:\d+$/, '').toLowerCase() === new URL(address).hostname;
	return written && !/[\\\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(address);
}
