/**
 * The browser's one entry: which part of a prerendered page comes alive, and when. A part that can is an island
 * (Island.svelte); what is only read is left as it was built. Nothing that reading needs waits for any of it.
 */
import { hydrate, tick, type Component } from 'svelte';
import { on } from 'svelte/events';
import CardOnMap from '$lib/components/card/CardOnMap.svelte';
import FullScreen from '$lib/components/FullScreen.svelte';
import Legend from '$lib/components/map-panel/Legend.svelte';
import MapStage from '$lib/components/map-panel/MapStage.svelte';
import Passages from '$lib/components/list/Passages.svelte';
import PlaceIndex from '$lib/components/list/PlaceIndex.svelte';
import SnippetOffer from '$lib/components/snippet/SnippetOffer.svelte';
import { readParameters } from '$lib/embed/parameters';
import { wheneverInView } from '$lib/map/in-view';
import { MAP_VIEW, MapView } from '$lib/map/map-view.svelte';
import { READER, Reader } from '$lib/reader/reader.svelte';
import { followSelection } from './cards.svelte';
import { readStory } from './data';
import { followLinks } from './links';
import { followReader } from './page.svelte';
import { stillMap } from './still-map.svelte';

/** Components differ in their props; those of an island are in the page beside it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Islands = Record<string, Component<any>>;
const WITH_PAGE: Islands = { map: MapStage, key: Legend, offer: SnippetOffer, fullscreen: FullScreen };
const WHEN_USED: Islands = { passages: Passages, places: PlaceIndex };
const WHEN_OPENED: Islands = { card: CardOnMap };

const site = document.querySelector<HTMLLinkElement>('link[data-site]');
if (site) void begin(site);

async function begin({ href, dataset }: HTMLLinkElement): Promise<void> {
	const { root, embed } = JSON.parse(dataset['site'] ?? '') as { root: string; embed: boolean };
	const asked = embed ? location.search : '';
	applyToPage(readParameters(asked, []));
	const story = await readStory(href);
	if (!story) return;
	const parameters = readParameters(
		asked,
		story.layers.map(({ id }) => id)
	);
	const reader = new Reader(story, { root, embed, framed: window.parent !== window }, parameters);
	const view = new MapView(parameters.start === 'auto' && savesData() ? 'click' : parameters.start);
	const context = new Map<symbol, unknown>([
		[READER, reader],
		[MAP_VIEW, view]
	]);

	function enliven(component: Component, element: HTMLElement): void {
		const given = JSON.parse(element.dataset['props'] ?? '{}') as object;
		const props = component === MapStage ? { children: stillMap(reader) } : given;
		hydrate(component, { target: element, props, context });
		void tick().then(() => (element.dataset['alive'] = ''));
	}

	const cards = new Map<string, () => void>();
	const withPage: (() => void)[] = [];
	reader.selection.follow();
	for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
		const { island: name = '', props = '{}' } = element.dataset;
		const component = { ...WITH_PAGE, ...WHEN_USED, ...WHEN_OPENED }[name];
		if (!component) continue;
		const wake = once(() => enliven(component, element));
		if (name in WITH_PAGE) withPage.push(wake);
		else if (name in WHEN_USED) whenUsed(element, wake);
		else cards.set((JSON.parse(props) as { id: string }).id, wake);
	}
	whenSeen(document.body, () => withPage.forEach((wake) => wake()));
	followSelection({ reader, context, cards, stand: document.querySelector('.stand'), story: href });
	followLinks(reader.selection);
	followReader(reader, embed);
}

/** What the style sheet does with what an address asks for. */
function applyToPage({ theme, list }: ReturnType<typeof readParameters>): void {
	const { dataset } = document.documentElement;
	if (theme !== 'auto') dataset['theme'] = theme;
	if (!list) dataset['list'] = 'off';
}

/** In a frame that nobody has scrolled to nothing comes alive. */
function whenSeen(element: HTMLElement, wake: () => void): void {
	const stop = wheneverInView(element, (inView) => {
		if (!inView) return;
		stop();
		wake();
	});
}

/** The use itself, a press or a key, is answered first: links need no script. */
function whenUsed(element: HTMLElement, wake: () => void): void {
	for (const use of ['focusin', 'pointerover'] as const)
		on(element, use, () => setTimeout(wake), { once: true });
}

function once(run: () => void): () => void {
	let done = false;
	return () => {
		if (!done) run();
		done = true;
	};
}

/** The reader has asked for less to be loaded. Not every browser tells. */
function savesData(): boolean {
	const { connection } = navigator as { connection?: { saveData?: boolean } };
	return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}
