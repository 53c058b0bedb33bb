import { drawMaps } from '$lib/server/maps';
import { siteUrl } from '$lib/server/site';
import { loadStory } from '$lib/server/story';

export const load = () => {
	const { story, drawing, front } = loadStory();
	return { ...front, siteUrl: siteUrl(), maps: drawMaps(story, drawing) };
};
