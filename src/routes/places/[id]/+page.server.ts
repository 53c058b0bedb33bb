import { error } from '@sveltejs/kit';
import { siteUrl } from '$lib/server/site';
import { loadStory } from '$lib/server/story';

export const entries = () => loadStory().story.places.map(({ id }) => ({ id }));

export const load = ({ params }) => {
	const { story } = loadStory();
	const place = story.places.find(({ id }) => id === params.id);
	return place ? { story, place, siteUrl: siteUrl() } : error(404);
};
