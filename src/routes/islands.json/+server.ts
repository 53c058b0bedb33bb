/** Data from which the islands of the pages with the map are hydrated. */
import { json } from '@sveltejs/kit';
import { pageStory } from '$lib/server/pages/page-story';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

export const GET = () => {
	const { story, mapPage } = loadStory();
	return json(pageStory(mapPage, story));
};
