/**
 * The oEmbed response for the site (https://oembed.com, section 2.3.4). It is one static file, because a site has one
 * story.
 */
import { defaultParameters } from '$lib/model/parameters';
import { snippets } from './snippet';
import type { Article } from '$lib/model/story';

/** CSS pixels. The height is roughly the natural height of the embed at this width. */
const WIDTH = 660;
const HEIGHT = 640;

/** The response has the type `rich`. If the site's URL is unknown, no HTML can be made, and the type is `link`. */
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
		html: snippets({
			address: `${siteUrl}embed/`,
			parameters: defaultParameters,
			fragment: '',
			title,
			height: HEIGHT
		}).plain
	};
}
