import { error } from '@sveltejs/kit';
import { siteUrl } from '$lib/server/site';
import { loadStory } from '$lib/server/story';

export const entries = () => loadStory().story.places.map(({ id }) => ({ id }));

/** Of the story only what the page shows: a copy of the data goes with every page, and there are as many as places. */
export const load = ({ params }) => {
	const { story } = loadStory();
	const place = story.places.find(({ id }) => id === params.id);
	if (!place) return error(404);
	const { title, citation, language } = story.article;
	const shown = [place.id, place.on, ...place.alsoHere];
	return {
		story: {
			article: { title, citation, language },
			passages: story.passages.filter(({ places }) =>
				places.some((mention) => mention.place === place.id || mention.place === place.on)
			),
			places: story.places.filter(({ id }) => shown.includes(id)),
			layers: story.layers.filter(({ id }) => id === place.layer)
		},
		place,
		siteUrl: siteUrl()
	};
};
