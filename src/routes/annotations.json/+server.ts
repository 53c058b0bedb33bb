/** The passages as W3C Web Annotations. */
import { json } from '@sveltejs/kit';
import { annotations } from '$lib/server/publish/data-files';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

export const GET = () => json(annotations(loadStory().story));
