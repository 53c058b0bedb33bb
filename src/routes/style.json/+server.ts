import { json } from '@sveltejs/kit';
import { styleOf } from '$lib/server/near';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

export const GET = () => json(styleOf(loadStory()));
