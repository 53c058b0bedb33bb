/** The HTML that puts the embed into a page of a newsroom. */
import { escaped } from '$lib/words/markup';
import { parameterValues, type Parameters } from '$lib/model/parameters';

export interface Embed {
	/** Absolute http or https URL of /embed/, with its trailing slash. */
	address: string;
	parameters: Readonly<Parameters>;
	/** Id of the place or passage that is selected at first; empty for none. */
	fragment: string;
	title: string;
	/** CSS pixels. */
	height: number;
	/** `link`: absolute URL of the quote on the page of the story. */
	quote?: { text: string; speaker: string; source: string; link: string };
}

export interface Snippets {
	plain: string;
	sandboxed: string;
	quoted: string;
}

/**
 * There is no script in any of them: many content management systems remove it, and a host need not trust ours.
 *
 * - `plain`: the iframe.
 * - `sandboxed`: the iframe with a sandbox that allows scripts (they draw the live map) and popups (links that open a
 *   tab). `allow-same-origin` is left out: the page stores nothing, so it needs no origin, and a page that the host
 *   serves from its own domain could remove the sandbox with it.
 * - `quoted`: a quote with its speaker and a link, then the iframe. They remain where a system removes iframes. Without
 *   a quote it is `plain`. The speaker follows the blockquote, because HTML allows only the quote itself inside it
 *   (https://html.spec.whatwg.org/multipage/grouping-content.html#the-blockquote-element).
 */
export function snippets(embed: Embed): Snippets {
	const plain = iframe(embed, []);
	return {
		plain,
		sandboxed: iframe(embed, ['sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"']),
		quoted: embed.quote ? `${quotation(embed.quote, embed.title)}\n${plain}` : plain
	};
}

/** The URL of the iframe. */
export function sourceOf({ address, parameters, fragment }: Embed): string {
	const query = writeParameters(parameters);
	return address + (query && `?${query}`) + (fragment && `#${encodeURIComponent(fragment)}`);
}

/** The query without its `?`, in a fixed order; parameters that have their default are left out. */
export function writeParameters({ layers, comments, theme, list, start }: Readonly<Parameters>): string {
	const values = { comments: comments ? 'on' : 'off', theme, list: list ? 'on' : 'off', start };
	const names = Object.keys(parameterValues) as (keyof typeof parameterValues)[];
	const changed = names.filter((name) => values[name] !== parameterValues[name][0]);
	return [
		...(layers?.length ? [`layers=${layers.map(encodeURIComponent).join(',')}`] : []),
		...changed.map((name) => `${name}=${values[name]}`)
	].join('&');
}

function iframe(embed: Embed, extraAttributes: string[]): string {
	const { title, height } = embed;
	const attributes = [
		`src="${escaped(sourceOf(embed))}"`,
		`title="${escaped(title)}"`,
		`width="100%" height="${Math.round(height)}" loading="lazy"`,
		'allow="fullscreen; clipboard-write"',
		...extraAttributes,
		'style="border:0"'
	];
	return `<iframe ${attributes.join(' ')}></iframe>`;
}

function quotation({ text, speaker, source, link }: NonNullable<Embed['quote']>, title: string): string {
	return [
		`<blockquote cite="${escaped(link)}"><p>${escaped(text)}</p></blockquote>`,
		`<p>${escaped(speaker)}. ${escaped(source)}. <a href="${escaped(link)}">${escaped(title)}</a></p>`
	].join('\n');
}
