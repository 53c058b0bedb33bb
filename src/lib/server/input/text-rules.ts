/** Rules for text, language tags and addresses that JSON Schema has no keyword for. */

/** Control characters except tab and line feed, lone surrogates, and characters that change the direction. */
export const NOT_PLAIN = /(?![\t\n])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u;
/** A browser drops or replaces these. Quotes may have direction characters, because they are copied exactly. */
export const UNPRINTABLE = /(?![\t\n])\p{Cc}|\p{Cs}/u;
/** Matches text that has at least one character with a glyph of its own. */
export const VISIBLE = /[^\p{Default_Ignorable_Code_Point}\p{C}\p{M}\p{Z}]/u;

/** BCP 47. The schema's pattern alone accepts some invalid tags, for example with one variant twice. */
export function isLanguageTag(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag).length === 1;
	} catch {
		return false;
	}
}

/**
 * Whether a browser opens the host that a reader sees in the address: no user name, no blanks or invisible
 * characters, no host that is normalized to another. Throws a TypeError if the address is not a URL.
 */
export function isPlainAddress(address: string): boolean {
	const [, host = ''] = /^https:\/\/([^/?#]+)/i.exec(address) ?? [];
	const isHostAsWritten = host.replace(/:\d+$/, '').toLowerCase() === new URL(address).hostname;
	return isHostAsWritten && !/[\\\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(address);
}
