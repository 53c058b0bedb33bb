/**
 * The oEmbed response for the site, https://oembed.com (2.3.4). It is one static file, because a site has one story.
 */
import { defaults } from './parameters';
import { snippets } from './snippet';
import type { Article } from '$lib/model/story';

/** CSS pixels. The height is roughly the natural height of the embed at this width. */
const WIDTH = 660;
const HEIGHT = 640;

/** Of type `rich` if the URL of the site is known. Without it there is no HTML to give, and the type is `link`. */
export function oembed({ title, source }: Article, siteUrl: string | undefined): object {
	const common = { version: '1.0', title, author_name: source.publisher };
	if (!siteUrl) return { ...common, type: 'link' };
	return {
		...common,
		type: 'rich',
		provider_url: siteUrl,
		thumbnail_url: `${siteUrl}share.png`,
		thumbnail_width: 1200,
		thumbnail_height: 630,
		width: WIDTH,
		height: HEIGHT,
		html: snippets({ address: `${siteUrl}embed/`, parameters: defaults, fragment: '', title, height: HEIGHT })
			.plain
	};
}
