/** What the frame around the map is told, and what it may ask for: the address, the height, the messages. */
import { speakHeight } from '$lib/embed/height';
import { speakMessages } from '$lib/embed/messages';
import { readParameters, type Parameters } from '$lib/embed/parameters';
import { cardOf, passageOf, select, selected } from './address';
import { showLayer, shownLayers } from './layers';

/** Of the map: height by width, and between which heights, in CSS pixels. */
const SHAPE = 0.6;
const [LOWEST, HIGHEST] = [240, 560];
/** Of the list under it. */
const LIST = 220;

/** Makes the page as its address asks, before anything is drawn. */
export function followParameters(): Parameters {
	const layers = shownLayers().map(([layer]) => layer);
	const parameters = readParameters(location.search, layers);
	const { dataset } = document.documentElement;
	if (parameters.theme !== 'auto') dataset['theme'] = parameters.theme;
	if (!parameters.list) dataset['list'] = 'off';
	for (const layer of layers) showLayer(layer, parameters.layers?.includes(layer) ?? true);
	const comments = document.getElementById('comments');
	if (comments instanceof HTMLInputElement) comments.checked = parameters.comments;
	return parameters;
}

/** Tells the host how tall the page is and, where it asks, what is selected. */
export function speakToHost(embed: HTMLElement): void {
	const known = (id: string): boolean => (cardOf(id) ?? passageOf(id)) !== null;
	const messages = speakMessages(window, {
		has: known,
		select,
		selected: () => (known(selected()) ? selected() : undefined)
	});
	const height = speakHeight(window, () => naturalHeight(embed));
	window.addEventListener('hashchange', messages.changed);
	window.addEventListener('resize', height.changed);
	const observer = new ResizeObserver(height.changed);
	for (const row of rowsOf(embed)) observer.observe(row);
	observer.observe(embed.querySelector('.ground') as HTMLElement);
	// Out of view a browser lays a frame out for nobody, and so tells of no size either.
	height.changed();
}

/**
 * The height the page would like to have, in CSS pixels: its rows of text as high as they are, the map by the width,
 * and a list under it as high as a card. It does not depend on the height of the frame, which so comes to rest.
 */
function naturalHeight(embed: HTMLElement): number {
	const [ground, stand] = ['.ground', '.stand'].map((part) => embed.querySelector(part) as HTMLElement);
	if (!ground || !stand) return 0;
	const stacked = stand.offsetTop >= ground.offsetTop + ground.offsetHeight;
	const rows = rowsOf(embed).map((row) => row.getBoundingClientRect().height);
	const map = Math.max(LOWEST, Math.min(ground.offsetWidth * SHAPE, HIGHEST));
	return Math.round(rows.reduce((all, row) => all + row, map) + (stacked ? LIST : 0));
}

/** Of text, above and below the map. */
const rowsOf = (embed: HTMLElement): Element[] => [
	...embed.querySelectorAll(':scope > .head, .legend, :scope > footer')
];

/** Brings a passage into view in the list, and moves nothing else: least of all the page around the frame. */
export async function showInList(id: string): Promise<void> {
	const passage = passageOf(id);
	const list = passage?.closest('main');
	if (!passage || !list) return;
	// The list comes a moment after the rest of the page.
	await Promise.allSettled(list.getAnimations().map(({ finished }) => finished));
	if (selected() === id)
		list.scrollTop += passage.getBoundingClientRect().top - list.getBoundingClientRect().top;
}
