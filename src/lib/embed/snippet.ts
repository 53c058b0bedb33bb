/** The HTML that a newsroom pastes. */
import { escaped } from '$lib/words/markup';
import { writeParameters, type Parameters } from './parameters';

export interface Embed {
	/** Where /embed/ is: absolute, http or https, with its trailing slash. */
	address: string;
	parameters: Readonly<Parameters>;
	/** Id of the place or passage that is selected, or nothing. */
	fragment: string;
	title: string;
	/** CSS pixels. */
	height: number;
	/** `link`: absolute address of the page where the quote is read with its places. */
	quote?: { text: string; speaker: string; source: string; link: string };
}

export interface Snippets {
	plain: string;
	sandboxed: string;
	quoted: string;
}

/**
 * The HTML that a newsroom copies. There is no script in it: many systems strip one, and a host need not trust ours.
 *
 * - `plain`: the iframe.
 * - `sandboxed`: the same, shut in. Scripts draw the map, popups are the links that open a tab of their own.
 *   `allow-same-origin` is left out because the page keeps nothing and so needs no origin, and because scripts that are
 *   given their origin back can take the sandbox off where the host serves the page from its own domain.
 * - `quoted`: the quote and a link before the iframe, which are what is left where a system strips iframes. Without a
 *   quote it is `plain`. Who says it stands after the blockquote, not in it: HTML wants a quote to be the quote only.
 */
export function snippets(embed: Embed): Snippets {
	const plain = iframe(embed, []);
	return {
		plain,
		sandboxed: iframe(embed, ['sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"']),
		quoted: embed.quote ? `${quotation(embed.quote, embed.title)}\n${plain}` : plain
	};
}

/** The address that the iframe of an embed has. */
export function sourceOf({ address, parameters, fragment }: Embed): string {
	const query = writeParameters(parameters);
	return address + (query && `?${query}`) + (fragment && `#${encodeURIComponent(fragment)}`);
}

function iframe(embed: Embed, more: string[]): string {
	const { title, height } = embed;
	const attributes = [
		`src="${escaped(sourceOf(embed))}"`,
		`title="${escaped(title)}"`,
		`width="100%" height="${Math.round(height)}" loading="lazy"`,
		'allow="fullscreen; clipboard-write"',
		...more,
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
