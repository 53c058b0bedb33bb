/** Data of the pages that list all passages and places of a large story. */
import { error } from '@sveltejs/kit';
import { morePage } from '$lib/server/pages/large-story';
import { withWrittenTexts } from '$lib/server/pages/page-story';
import { loadStory } from '$lib/server/story';

export const entries = () => {
	const { pages } = loadStory().mapPage;
	return Array.from({ length: pages }, (_, index) => ({ page: String(index + 1) }));
};

export const load = ({ params }) => {
	const { story, mapPage } = loadStory();
	const { pages } = mapPage;
	const page = Number(params.page);
	if (!Number.isInteger(page) || page < 1 || page > pages) return error(404);
	const { passages, places } = morePage(story, page);
	const placeIds = new Set(passages.flatMap(({ places }) => places.map(({ place }) => place)));
	const { title, citation, language } = story.article;
	return {
		page,
		pages,
		article: { title, citation, language },
		layers: story.layers,
		passages: withWrittenTexts(passages),
		places,
		/** The places of the passages, which may be listed on other pages. */
		named: story.places.filter(({ id }) => placeIds.has(id))
	};
};
