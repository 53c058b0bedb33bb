/** The share picture of the story. */
import { drawShare } from '$lib/server/publish/share/share-picture';
import { toPng } from '$lib/server/publish/share/raster';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

export const GET = async () => {
	const { story, drawing } = loadStory();
	const png = await toPng(drawShare(story, drawing));
	return new Response(png, { headers: { 'content-type': 'image/png' } });
};
