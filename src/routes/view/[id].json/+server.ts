/** The still map of a view, which the page with the map shows until the live map has drawn that view. */
import { error, json } from '@sveltejs/kit';
import { drawView } from '$lib/server/still-map/maps';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

export const entries = () => loadStory().story.views.map(({ id }) => ({ id }));

export const GET = ({ params }) => {
	const { story, drawing } = loadStory();
	const view = story.views.find(({ id }) => id === params.id);
	return view ? json(drawView(story, drawing, view)) : error(404);
};
