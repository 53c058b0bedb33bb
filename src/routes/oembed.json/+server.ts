/** The oEmbed response for the site. */
import { json } from '@sveltejs/kit';
import { oembed } from '$lib/embed/oembed';
import { siteUrl } from '$lib/server/publish/site-url';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

export const GET = () => json(oembed(loadStory().story.article, siteUrl()));
