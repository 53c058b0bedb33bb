/** Data from which the live map starts. */
import { json } from '@sveltejs/kit';
import { mapDataOf } from '$lib/server/publish/map-data';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

export const GET = () => json(mapDataOf(loadStory()));
