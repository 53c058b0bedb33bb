/** The style of the live map, for other programs: in the light theme, with all layers. */
import { json } from '@sveltejs/kit';
import { buildStyle } from '$lib/style/style';
import { mapDataOf } from '$lib/server/publish/map-data';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

export const GET = () => json(buildStyle(mapDataOf(loadStory()), { theme: 'light', hidden: new Set() }));
