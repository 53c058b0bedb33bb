/** The islands that are hydrated together, once the page is in view. A frame out of view does not load them. */
import type { Component } from 'svelte';
import FullScreen from '$lib/components/FullScreen.svelte';
import SheetGrip from '$lib/components/list/SheetGrip.svelte';
import WalkBar from '$lib/components/list/WalkBar.svelte';
import Legend from '$lib/components/map-panel/Legend.svelte';
import MapIsland from '$lib/components/map-panel/MapIsland.svelte';
import SnippetOffer from '$lib/components/snippet/SnippetOffer.svelte';
import type { Reader } from '$lib/reader/reader.svelte';
import { stillMapSnippet } from './still-map.svelte';

/** Each component has its own props. They are in the page as JSON (`data-props`), so they cannot be typed here. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Island = Component<any>;

export const pageIslands: Record<string, Island> = {
	map: MapIsland,
	key: Legend,
	walk: WalkBar,
	grip: SheetGrip,
	offer: SnippetOffer,
	fullscreen: FullScreen
};

/** Props that are not in the page. */
export const propsOf = (name: string, reader: Reader): object | undefined =>
	name === 'map' ? { children: stillMapSnippet(reader) } : undefined;
