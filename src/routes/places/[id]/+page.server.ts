import { error } from '@sveltejs/kit';
import { cardStory, listsOf } from '$lib/server/pages/page-story';
import { siteUrl } from '$lib/server/publish/site-url';
import { loadStory } from '$lib/server/story';

export const entries = () => loadStory().story.places.map(({ id }) => ({ id }));

export const load = ({ params }) => {
	const { mapPage, ofPlace } = loadStory();
	const found = ofPlace(params.id);
	if (!found) return error(404);
	return {
		title: found.story.article.title,
		story: cardStory(found),
		place: found.place,
		/** By passage, the further page that lists it; the page with the map lists the others. */
		lists: listsOf(found, mapPage),
		pictured: mapPage.story.places.includes(found.place),
		siteUrl: siteUrl()
	};
};
