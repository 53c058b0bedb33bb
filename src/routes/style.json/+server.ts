import { json } from '@sveltejs/kit';
import { fontFaces } from '$lib/server/label-fonts';
import { styleOf } from '$lib/server/near';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

export const GET = () => {
	const compiled = loadStory();
	return json({ ...styleOf(compiled), 'font-faces': fontFaces(compiled.drawing) });
};
