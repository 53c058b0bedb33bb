/** All places as GeoJSON. */
import { json } from '@sveltejs/kit';
import { placeFeatures } from '$lib/server/publish/data-files';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

export const GET = () => {
	const { story, drawing } = loadStory();
	return json(placeFeatures(story, drawing));
};
