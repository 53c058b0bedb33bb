/** The share picture of a place. */
import { error } from '@sveltejs/kit';
import { drawShare } from '$lib/server/publish/share/share-picture';
import { toPng } from '$lib/server/publish/share/raster';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

/** In a large story, only the places on the pages with the map have a picture. */
export const entries = () => loadStory().mapPage.story.places.map(({ id }) => ({ id }));

export const GET = async ({ params }) => {
	const { story, drawing, placeStory } = loadStory();
	const found = placeStory(params.id);
	if (!found) error(404);
	const png = await toPng(drawShare(story, drawing, found.place));
	return new Response(png, { headers: { 'content-type': 'image/png' } });
};
