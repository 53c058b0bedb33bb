/** What a reader sees of rendered components: their text, and the quotes in them. */
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

/** Tags, and the comments by which Svelte finds its places again. */
const MARKUP = /<!--.*?-->|<\/?[a-z](?:"[^"]*"|[^>"])*>/gs;

/** The text of rendered HTML, its white space as a browser shows it. */
export const textOf = (html: string): string =>
	unescaped(html.replace(MARKUP, '')).replace(/\s+/g, ' ').trim();

/** Each quote shown: the passage it is of, and its text as it stands. */
export const quotesIn = (html: string): [passage: string, text: string][] =>
	[...html.matchAll(/<blockquote[^>]* data-passage="([^"]*)"[^>]*>(.*?)<\/blockquote>/gs)].map(
		([, passage = '', inner = '']) => [passage, unescaped(inner.replace(MARKUP, ''))]
	);

/** Its elements with the names of their attributes, in order: what hostile text must not change. */
export const shapeOf = (html: string): string[] =>
	(html.match(MARKUP) ?? []).flatMap((tag) =>
		tag.startsWith('<!') ? [] : [tag.replace(/="[^"]*"/g, '').replace(/\s+/g, ' ')]
	);

/** Every attribute of every element with its value, in order. */
export const attributesOf = (html: string): [name: string, value: string][] =>
	(html.match(MARKUP) ?? []).flatMap((tag) =>
		[...tag.matchAll(/\s([a-z:-]+)="([^"]*)"/gi)].map(([, name = '', value = '']): [string, string] => [
			name.toLowerCase(),
			unescaped(value)
		])
	);
