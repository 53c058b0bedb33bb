/** Reads rendered HTML: its text, its quotes, its elements and its attributes. */

const ENTITIES: Record<string, string> = {
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'",
	'&nbsp;': '\u00a0',
	'&amp;': '&'
};

const unescaped = (html: string): string =>
	html.replace(/&(?:\w+|#\d+);/g, (entity) => ENTITIES[entity] ?? `[unknown ${entity}]`);

/** Tags, and the comments that Svelte writes for hydration. */
const MARKUP = /<!--.*?-->|<\/?[a-z](?:"[^"]*"|[^>"])*>/gs;

/** The text, with each run of white space as one blank, as a browser shows it. */
export const textOf = (html: string): string =>
	unescaped(html.replace(MARKUP, '')).replace(/\s+/g, ' ').trim();

/** For each quote the id of its passage and its text, with its white space unchanged. */
export const quotesIn = (html: string): [passage: string, text: string][] =>
	[...html.matchAll(/<blockquote[^>]* data-passage="([^"]*)"[^>]*>(.*?)<\/blockquote>/gs)].map(
		([, passage = '', inner = '']) => [passage, unescaped(inner.replace(MARKUP, ''))]
	);

/** Without the elements that Quote.svelte puts around words in quotation marks. */
export const withoutSpoken = (html: string): string =>
	html.replace(/<blockquote[^>]*>.*?<\/blockquote>/gs, (quote) =>
		quote.replace(/<b class="svelte-\w+">|<\/b>/g, '')
	);

/** The tags without the values of their attributes, in order. Hostile text must not change them. */
export const shapeOf = (html: string): string[] =>
	(html.match(MARKUP) ?? []).flatMap((tag) =>
		tag.startsWith('<!') ? [] : [tag.replace(/="[^"]*"/g, '').replace(/\s+/g, ' ')]
	);

/** Every attribute of every element, in order; the name in small letters, the value unescaped. */
export const attributesOf = (html: string): [name: string, value: string][] =>
	(html.match(MARKUP) ?? []).flatMap((tag) =>
		[...tag.matchAll(/\s([a-z:-]+)="([^"]*)"/gi)].map(([, name = '', value = '']): [string, string] => [
			name.toLowerCase(),
			unescaped(value)
		])
	);
