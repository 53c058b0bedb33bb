/** Data of the main page and of /embed/. */
import { clientEntry } from 'virtual:client-entry';
import { drawMaps } from '$lib/server/still-map/maps';
import { pageStory } from '$lib/server/pages/page-story';
import { siteUrl } from '$lib/server/publish/site-url';
import { loadStory } from '$lib/server/story';

export const load = () => {
	const { story, drawing, mapPage } = loadStory();
	return {
		...mapPage,
		shown: pageStory(mapPage, story),
		siteUrl: siteUrl(),
		maps: drawMaps(story, drawing),
		entry: clientEntry()
	};
};
