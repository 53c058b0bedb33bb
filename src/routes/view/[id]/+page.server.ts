/** Data of the page of a view. */
import { error } from '@sveltejs/kit';
import { statusTables } from '$lib/server/pages/status-table';
import { siteUrl } from '$lib/server/publish/site-url';
import { drawView } from '$lib/server/still-map/maps';
import { loadStory } from '$lib/server/story';

export const entries = () => loadStory().story.views.map(({ id }) => ({ id }));

export const load = ({ params }) => {
	const { story, drawing, mapPage } = loadStory();
	const view = story.views.find(({ id }) => id === params.id);
	if (!view) return error(404);
	const { title, citation } = story.article;
	/** Places with a card in the page with the map. In a large story others have a page only. */
	const places = mapPage.story.places.filter(({ id }) => view.places.includes(id));
	return {
		view: { id: view.id, label: view.label },
		article: { title, citation },
		layers: story.layers,
		places,
		tables: statusTables(story.layers, places),
		still: drawView(story, drawing, view),
		siteUrl: siteUrl()
	};
};
