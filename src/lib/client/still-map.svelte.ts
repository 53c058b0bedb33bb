/**
 * Makes a snippet of the still map that is already in the page, for the map island (MapIsland). It only hides and shows
 * layers; Svelte never renders the map again.
 */
import { createRawSnippet, type Snippet } from 'svelte';
import { hideLayers } from '$lib/map/still/hidden-layers.svelte';
import type { Reader } from '$lib/reader/reader.svelte';

export const stillMapSnippet = ({ hidden }: Reader): Snippet =>
	createRawSnippet(() => ({
		// Svelte requires it. It is not called: the island is only ever hydrated, over the markup in the page.
		render: () => '<div></div>',
		setup: hideLayers(hidden)
	}));
