import { error, json } from '@sveltejs/kit';
import { placeFile } from '$lib/server/pages/page-story';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

/** Of a large story, for the places that the page with the map does not hold. */
export const entries = () => {
	const { story, mapPage } = loadStory();
	const held = new Set(mapPage.story.places);
	return story.places.filter((place) => !held.has(place)).map(({ id }) => ({ id }));
};

export const GET = ({ params }) => {
	const { mapPage, ofPlace } = loadStory();
	const found = ofPlace(params.id);
	if (!found) error(404);
	return json(placeFile(found, mapPage));
};
