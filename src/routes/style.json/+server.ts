import { json } from '@sveltejs/kit';
import { buildStyle } from '$lib/style/style';
import { mapDataOf } from '$lib/server/publish/map-data';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

/** The style of the live map for others: in light, with all layers. */
export const GET = () => json(buildStyle(mapDataOf(loadStory()), { theme: 'light', hidden: new Set() }));
