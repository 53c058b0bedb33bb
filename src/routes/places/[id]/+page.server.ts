import { error } from '@sveltejs/kit';
import { pageOf } from '$lib/server/front';
import { siteUrl } from '$lib/server/site';
import { loadStory } from '$lib/server/story';

export const entries = () => loadStory().story.places.map(({ id }) => ({ id }));

export const load = ({ params }) => {
	const { front, ofPlace } = loadStory();
	const found = ofPlace(params.id);
	if (!found) return error(404);
	const { place, story, order } = found;
	return {
		story,
		place,
		/** On which further pages those of its passages are that the page with the map does not hold. */
		further: [...order]
			.filter(([passage]) => front.pages > 0 && !front.story.passages.includes(passage))
			.map(([{ id }, index]) => [id, String(pageOf(index))] as const),
		pictured: front.story.places.includes(place),
		siteUrl: siteUrl()
	};
};
