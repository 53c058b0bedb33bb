/**
 * The height that an embed asks its host for: the height of its text, a height for the map that follows from its width,
 * and a fixed height for a list below the map. It does not depend on the height of the frame, so it does not grow with
 * it.
 */

/** Height of the map, as a share of its width. */
const MAP_RATIO = 0.6;
/** CSS pixels. */
const [MIN_MAP_HEIGHT, MAX_MAP_HEIGHT] = [240, 560];
/** CSS pixels. */
const LIST_HEIGHT = 220;

const textRows = (): NodeListOf<HTMLElement> =>
	document.querySelectorAll('.embed > :is(.head, footer), .embed .legend');
const mapElement = (): HTMLElement | null => document.querySelector('.embed .ground');
/**
 * It lies over the list where that is below the map, and otherwise over the map. Unlike the list it is always
 * displayed.
 */
const cardContainer = (): HTMLElement | null => document.querySelector('.embed .cards');

/** CSS pixels; 0 if the page has no map. */
export function naturalHeight(): number {
	const [map, cards] = [mapElement()?.getBoundingClientRect(), cardContainer()?.getBoundingClientRect()];
	if (!map || !cards) return 0;
	const isListBelow = cards.top >= map.bottom - 1;
	const textHeight = [...textRows()].reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);
	const mapHeight = Math.max(MIN_MAP_HEIGHT, Math.min(map.width * MAP_RATIO, MAX_MAP_HEIGHT));
	return Math.round(textHeight + mapHeight + (isListBelow ? LIST_HEIGHT : 0));
}

/** Calls `onchange` when an element that the height depends on changes its size. */
export function observeHeight(onchange: () => void): void {
	const observer = new ResizeObserver(onchange);
	for (const element of [...textRows(), mapElement()]) if (element) observer.observe(element);
}
