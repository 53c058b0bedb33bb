/** The compiled story. */
import { json } from '@sveltejs/kit';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

export const GET = () => json(loadStory().story);
