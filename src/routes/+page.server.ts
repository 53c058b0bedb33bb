import { frontOf } from '$lib/server/front';
import { drawMaps } from '$lib/server/maps';
import { siteUrl } from '$lib/server/site';
import { loadStory } from '$lib/server/story';

export const load = () => {
	const { story, drawing } = loadStory();
	return { ...frontOf(story), siteUrl: siteUrl(), maps: drawMaps(story, drawing) };
};
