/** Data of the card of a place, for places of a large story that are not in the pages with the map. */
import { error, json } from '@sveltejs/kit';
import { placeFile } from '$lib/server/pages/page-story';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

export const entries = () => {
	const { story, mapPage } = loadStory();
	const onMapPage = new Set(mapPage.story.places);
	return story.places.filter((place) => !onMapPage.has(place)).map(({ id }) => ({ id }));
};

export const GET = ({ params }) => {
	const { mapPage, placeStory } = loadStory();
	const story = placeStory(params.id);
	if (!story) error(404);
	return json(placeFile(story, mapPage));
};
