/** The fonts of the pages and their style sheet. */
import { error } from '@sveltejs/kit';
import { webFonts } from '$lib/server/publish/web-fonts';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

export const entries = async () => {
	const { files } = await webFonts(loadStory());
	return [...files.keys()].map((file) => ({ file }));
};

export const GET = async ({ params: { file } }) => {
	const { files } = await webFonts(loadStory());
	const content = files.get(file);
	if (content === undefined) error(404);
	const type = typeof content === 'string' ? 'text/css; charset=utf-8' : 'font/woff2';
	return new Response(content, { headers: { 'content-type': type } });
};
