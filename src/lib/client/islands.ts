/**
 * The browser's entry: hydrates the islands (Island.svelte) of a prerendered page, each when it is needed. Markup
 * outside islands is never hydrated. Reading the page does not depend on any of this.
 */
import { hydrate, tick } from 'svelte';
import { on } from 'svelte/events';
import { observeInView } from '$lib/map/in-view';
import { MAP_VIEW, MapView } from '$lib/map/map-view.svelte';
import { readParameters } from '$lib/reader/parameters';
import { READER, Reader } from '$lib/reader/reader.svelte';
import { followSelection, loadCard } from './cards.svelte';
import { readPageStory } from './data';
import { followLinks } from './links';
import type { Island } from './page-islands';
import { followReader } from './page.svelte';
import { followSheet } from './sheet.svelte';

/** A component that is loaded apart: a frame out of view does without. */
type LoadComponent = () => Promise<{ default: Island }>;
/** Hydrated at the first focus or pointer in them. */
const WHEN_USED: Record<string, LoadComponent> = {
	passages: () => import('$lib/components/list/Passages.svelte'),
	places: () => import('$lib/components/list/PlaceIndex.svelte'),
	panel: () => import('$lib/components/list/PlacesPanel.svelte')
};
/** Hydrated when their place is selected. */
const WHEN_OPENED: Record<string, LoadComponent> = { card: loadCard };

const siteLink = document.querySelector<HTMLLinkElement>('link[data-site]');
if (siteLink) void begin(siteLink);

/** @param link the preload of the page's story, which carries the site as JSON (MapPanel.svelte) */
async function begin({ href: storyUrl, dataset }: HTMLLinkElement): Promise<void> {
	const { root, embed } = JSON.parse(dataset['site'] ?? '') as { root: string; embed: boolean };
	const query = embed ? location.search : '';
	applyToPage(readParameters(query, []));
	const story = await readPageStory(storyUrl);
	if (!story) return;
	const parameters = readParameters(
		query,
		story.layers.map(({ id }) => id)
	);
	const reader = new Reader(story, { root, embed, framed: window.parent !== window }, parameters);
	const view = new MapView(parameters.start === 'auto' && savesData() ? 'click' : parameters.start);
	const context = new Map<symbol, unknown>([
		[READER, reader],
		[MAP_VIEW, view]
	]);
	reader.selection.follow();
	const hydrateCard = scheduleIslands(reader, context);
	followSelection({ reader, context, hydrateCard, container: document.querySelector('.cards'), storyUrl });
	followLinks(reader.selection);
	followReader(reader, embed);
	followSheet(reader, view, document.querySelector('.sheet'));
}

/** Hydrates each island at its time, except the cards: for these it returns the functions that do, by place id. */
function scheduleIslands(reader: Reader, context: Map<symbol, unknown>): Map<string, () => void> {
	const hydrateCard = new Map<string, () => void>();
	const elements = [...document.querySelectorAll<HTMLElement>('[data-island]')];
	for (const element of elements) {
		const { island: name = '', props = '{}' } = element.dataset;
		const load = WHEN_USED[name] ?? WHEN_OPENED[name];
		if (!load) continue;
		const hydrateOnce = once(
			() => void load().then(({ default: component }) => hydrateIsland(component, element, context), ignore)
		);
		if (name in WHEN_USED) whenUsed(element, hydrateOnce);
		else hydrateCard.set((JSON.parse(props) as { id: string }).id, hydrateOnce);
	}
	whenInView(document.body, () => {
		void import('./page-islands').then(({ pageIslands, propsOf }) => {
			for (const element of elements) {
				const { island: name = '' } = element.dataset;
				const component = pageIslands[name];
				if (component) hydrateIsland(component, element, context, propsOf(name, reader));
			}
		}, ignore);
		// Later there may be no connection.
		for (const load of Object.values({ ...WHEN_USED, ...WHEN_OPENED })) load().catch(ignore);
	});
	return hydrateCard;
}

/** Without its component an island stays as it was prerendered. */
const ignore = (): undefined => undefined;

function hydrateIsland(
	component: Island,
	element: HTMLElement,
	context: Map<symbol, unknown>,
	props = JSON.parse(element.dataset['props'] ?? '{}') as object
): void {
	hydrate(component, { target: element, props, context });
	void tick().then(() => (element.dataset['alive'] = ''));
}

/** Sets the attributes by which the style sheets apply the parameters `theme` and `list`. */
function applyToPage({ theme, list }: ReturnType<typeof readParameters>): void {
	const { dataset } = document.documentElement;
	if (theme !== 'auto') dataset['theme'] = theme;
	if (!list) dataset['list'] = 'off';
}

/** An embed that the reader has not scrolled to hydrates nothing. */
function whenInView(element: HTMLElement, run: () => void): void {
	const stop = observeInView(element, (inView) => {
		if (!inView) return;
		stop();
		run();
	});
}

/** Waits for a task after the event, so that the browser handles it first: the links work without hydration. */
function whenUsed(element: HTMLElement, run: () => void): void {
	for (const type of ['focusin', 'pointerover'] as const)
		on(element, type, () => setTimeout(run), { once: true });
}

function once(run: () => void): () => void {
	let done = false;
	return () => {
		if (!done) run();
		done = true;
	};
}

/** Whether the reader asks sites to load less. Some browsers have neither of the two settings; there it is false. */
function savesData(): boolean {
	const { connection } = navigator as { connection?: { saveData?: boolean } };
	return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}
