/** What a system that makes embeds of addresses reads: https://oembed.com, 2.3.4. One file, since there is one story. */
import { defaults } from './parameters';
import { snippets } from './snippet';
import type { Article } from '$lib/model/story';

/** CSS pixels: about what the embed would like to have at that width. */
const WIDTH = 660;
const HEIGHT = 640;

/** Its HTML needs whole addresses: where none is known it says no more than a link has. */
export function oembed({ title, source }: Article, siteUrl: string | undefined): object {
	const about = { version: '1.0', title, author_name: source.publisher };
	if (!siteUrl) return { ...about, type: 'link' };
	return {
		...about,
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
