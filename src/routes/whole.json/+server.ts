/**
 * Data of the whole world, which replaces that of `map.json` when the reader leaves the surroundings of the first view.
 */
import { json } from '@sveltejs/kit';
import { drawnLayers, worldData } from '$lib/style/style';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

export const GET = () => {
	const { story, drawing } = loadStory();
	return json(worldData(drawnLayers(story.layers, drawing), drawing));
};
