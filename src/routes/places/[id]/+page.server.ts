import { error } from '@sveltejs/kit';
import { frontOf, pageOf } from '$lib/server/front';
import { siteUrl } from '$lib/server/site';
import { loadStory } from '$lib/server/story';

export const entries = () => loadStory().story.places.map(({ id }) => ({ id }));

/** Of the story only what the page shows: a copy of the data goes with every page, and there are as many as places. */
export const load = ({ params }) => {
	const { story } = loadStory();
	const place = story.places.find(({ id }) => id === params.id);
	if (!place) return error(404);
	const { title, citation, language } = story.article;
	const front = frontOf(story);
	const pictured = front.story.places.includes(place);
	const passages = story.passages.flatMap((passage, index) =>
		passage.places.some((mention) => mention.place === place.id || mention.place === place.on)
			? [{ passage, index }]
			: []
	);
	const shown = [place.id, place.on, ...place.alsoHere];
	return {
		story: {
			article: { title, citation, language },
			passages: passages.map(({ passage }) => passage),
			places: story.places.filter(({ id }) => shown.includes(id)),
			layers: story.layers.filter(({ id }) => id === place.layer)
		},
		place,
		/** On which further pages those of its passages are that the page with the map does not hold. */
		further: passages
			.filter(({ passage }) => front.pages > 0 && !front.story.passages.includes(passage))
			.map(({ passage: { id }, index }) => [id, String(pageOf(index))] as const),
		pictured,
		siteUrl: siteUrl()
	};
};
