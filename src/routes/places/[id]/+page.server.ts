/** Data of the page of a place. */
import { error } from '@sveltejs/kit';
import { cardStory, listsOf, withStatus } from '$lib/server/pages/page-story';
import { siteUrl } from '$lib/server/publish/site-url';
import { loadStory } from '$lib/server/story';

export const entries = () => loadStory().story.places.map(({ id }) => ({ id }));

export const load = ({ params }) => {
	const { mapPage, placeStory } = loadStory();
	const found = placeStory(params.id);
	if (!found) return error(404);
	return {
		title: found.story.article.title,
		story: cardStory(found),
		place: withStatus(found.place, found.story.layers),
		/** By passage id, the page `/more/<page>/` that lists it; other passages are on the pages with the map. */
		lists: listsOf(found, mapPage),
		pictured: mapPage.story.places.includes(found.place),
		siteUrl: siteUrl()
	};
};
