/**
 * The height that an embed asks its host for: the height of its text, and a height for the map that follows from its
 * width. It does not depend on the height of the frame, so it does not grow with it, nor on the passage that is shown.
 */

/** Height of a map beside the list of all passages, as a share of its width. */
const WIDE_MAP_RATIO = 0.9;
/** Height of a map beside or above one passage, as a share of its width. */
const MAP_RATIO = { beside: 1.5, above: 0.8 };
/** CSS pixels. */
const [MIN_MAP_HEIGHT, MAX_MAP_HEIGHT] = [240, 560];
/** Share of the frame's height that a passage below the map may have at most (embed/+page.svelte). */
const MAX_PASSAGE_SHARE = 0.42;

const inEmbed = (selector: string): HTMLElement[] => [
	...document.querySelectorAll<HTMLElement>(`.embed ${selector}`)
];
const boxOf = (selector: string): DOMRect | undefined => inEmbed(selector)[0]?.getBoundingClientRect();
const heightOf = (selector: string): number => boxOf(selector)?.height ?? 0;
const textRows = ['.head', '.legend', '.credits', '.walk', 'footer'];

/** CSS pixels; 0 if the page has no map. */
export function naturalHeight(): number {
	const [map, list] = [boxOf('.ground'), boxOf('.list')];
	if (!map || !list) return 0;
	const mapHeight = (ratio: number): number =>
		Math.max(MIN_MAP_HEIGHT, Math.min(map.width * ratio, MAX_MAP_HEIGHT));
	const [head, legend, credits, walk, foot] = textRows.map(heightOf) as [
		number,
		number,
		number,
		number,
		number
	];
	if (list.height === 0) return Math.round(head + mapHeight(MAP_RATIO.above) + legend + credits);
	const passage = tallestPassage();
	const isBelow = list.top >= map.bottom - 1;
	// Beside the map only the list of all passages is higher than what is seen of it.
	if (passage === undefined) return Math.round(mapHeight(WIDE_MAP_RATIO) + credits);
	if (isBelow) {
		const rest = head + credits + walk + mapHeight(MAP_RATIO.above);
		return Math.round(Math.max(rest + passage, passage / MAX_PASSAGE_SHARE));
	}
	return Math.round(head + foot + Math.max(passage + legend + walk, mapHeight(MAP_RATIO.beside)));
}

/** CSS pixels; undefined where all passages are shown in a list. Those that are not shown keep their layout. */
function tallestPassage(): number | undefined {
	const passages = inEmbed('.passage');
	if (!passages.some((passage) => getComputedStyle(passage).visibility === 'hidden')) return undefined;
	return Math.max(...passages.map(contentHeight));
}

/** The height of an element may be that of its row, so that of its content is measured. */
function contentHeight(element: HTMLElement): number {
	const range = document.createRange();
	range.selectNodeContents(element);
	const { paddingBlockStart, paddingBlockEnd } = getComputedStyle(element);
	return range.getBoundingClientRect().height + parseFloat(paddingBlockStart) + parseFloat(paddingBlockEnd);
}

/** Calls `onchange` when an element that the height depends on changes its size. */
export function observeHeight(onchange: () => void): void {
	const observer = new ResizeObserver(onchange);
	for (const selector of [...textRows, '.ground', '.list'])
		for (const element of inEmbed(selector)) observer.observe(element);
}
