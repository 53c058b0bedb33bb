import { json } from '@sveltejs/kit';
import { drawnLayers, wholeData } from '$lib/style/style';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

/** What takes the place of the map's data when a reader leaves the surroundings of the first view. */
export const GET = () => {
	const { story, drawing } = loadStory();
	return json(wholeData(drawnLayers(story.layers, drawing), drawing));
};
