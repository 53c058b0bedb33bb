import { json } from '@sveltejs/kit';
import { buildStyle } from '$lib/drawing/style';
import { fontFaces } from '$lib/server/label-fonts';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

export const GET = () => {
	const { story, drawing } = loadStory();
	return json({ ...buildStyle(story, drawing), 'font-faces': fontFaces(drawing) });
};
