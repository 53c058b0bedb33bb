import { clientEntry } from 'virtual:client-entry';
import { drawMaps } from '$lib/server/maps';
import { pageStory } from '$lib/server/page-story';
import { siteUrl } from '$lib/server/site';
import { loadStory } from '$lib/server/story';

export const load = () => {
	const { story, drawing, front } = loadStory();
	return {
		...front,
		shown: pageStory(front, story),
		siteUrl: siteUrl(),
		maps: drawMaps(story, drawing),
		entry: clientEntry()
	};
};
