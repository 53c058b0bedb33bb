/** The passages as CSV. */
import { passagesCsv } from '$lib/server/publish/data-files';
import { loadStory } from '$lib/server/story';

export const prerender = true;
export const trailingSlash = 'never';

export const GET = () =>
	new Response(passagesCsv(loadStory().story), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
