import { error } from '@sveltejs/kit';
import { labelFont, labelRanges } from '$lib/server/label-fonts';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

export const entries = () => labelRanges(loadStory().drawing).map(({ range }) => ({ range }));

export const GET = async ({ params }) => {
	const { drawing } = loadStory();
	if (!labelRanges(drawing).some(({ range }) => range === params.range)) error(404);
	const font = await labelFont(drawing, params.range);
	return new Response(new Uint8Array(font), { headers: { 'content-type': 'font/woff2' } });
};
