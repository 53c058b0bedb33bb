/** One file of places for each layer. */
import { error, json } from '@sveltejs/kit';
import { placeFeatures } from '$lib/server/publish/data-files';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

export const entries = () => loadStory().story.layers.map(({ id }) => ({ layer: id }));

export const GET = ({ params }) => {
	const { story, drawing } = loadStory();
	const layer = story.layers.find(({ id }) => id === params.layer);
	return layer ? json({ ...placeFeatures(story, drawing, layer.id), ...layer }) : error(404);
};
