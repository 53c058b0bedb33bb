/** Data of the page of a place. */
import { error } from '@sveltejs/kit';
import { cardStory, listsOf, withStatus } from '$lib/server/pages/page-story';
import { siteUrl } from '$lib/server/publish/site-url';
import type { Detail } from '$lib/server/still-map/still-map';
import { drawPlace } from '$lib/server/still-map/place-map';
import { loadStory } from '$lib/server/story';

/** The map is square on the page. */
const DETAIL = { overflow: [0.1, 0.1], tolerance: 3 } satisfies Partial<Detail>;

export const entries = () => loadStory().story.places.map(({ id }) => ({ id }));

export const load = ({ params }) => {
	const { story, drawing, mapPage, placeStory } = loadStory();
	const found = placeStory(params.id);
	if (!found) return error(404);
	const { place } = found;
	const pictured = mapPage.story.places.includes(place);
	return {
		title: found.story.article.title,
		story: cardStory(found),
		place: withStatus(place, found.story.layers),
		/** By passage id, the page `/more/<page>/` that lists it; other passages are on the pages with the map. */
		lists: listsOf(found, mapPage),
		/** In a large story other places have no pictures: to draw thousands would take too long. */
		pictured,
		still:
			pictured && place.bbox
				? drawPlace(story, drawing, { id: place.id, bbox: place.bbox }, DETAIL)
				: undefined,
		layers: story.layers,
		/** Places with a card in the page with the map. */
		places: mapPage.story.places,
		siteUrl: siteUrl()
	};
};
