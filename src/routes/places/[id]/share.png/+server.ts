import { error } from '@sveltejs/kit';
import { frontOf } from '$lib/server/front';
import { drawShare } from '$lib/server/share';
import { toPng } from '$lib/server/raster';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

/** Of a large story only the first places have one. */
export const entries = () => frontOf(loadStory().story).story.places.map(({ id }) => ({ id }));

export const GET = async ({ params }) => {
	const { story, drawing } = loadStory();
	const place = story.places.find(({ id }) => id === params.id);
	if (!place) error(404);
	const png = await toPng(drawShare(story, drawing, place));
	return new Response(png, { headers: { 'content-type': 'image/png' } });
};
