/** Renders islands to HTML, as the build does. */
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { MAP_VIEW, MapView } from '$lib/map/map-view.svelte';
import type { PageStory } from '$lib/model/page';
import type { Story } from '$lib/model/story';
import { READER, Reader } from '$lib/reader/reader.svelte';
import { mapPageOf } from '$lib/server/pages/large-story';
import { pageStory } from '$lib/server/pages/page-story';

/** The data of the page with the map. */
export const pageOf = (story: Story): PageStory => pageStory(mapPageOf(story), story);

export function renderIsland<Props extends Record<string, unknown>>(
	island: Component<Props>,
	page: PageStory,
	props: Props,
	embed = false
): string {
	const reader = new Reader(page, { root: './', embed, framed: false });
	const context = new Map<unknown, unknown>([
		[READER, reader],
		[MAP_VIEW, new MapView()]
	]);
	return render(island as Component<Record<string, unknown>>, { props, context }).body;
}
