/**
 * The height that a frame would like to have, in CSS pixels: its rows of text as high as they are, the map by the width,
 * and a list under it as high as a card. It does not depend on the height of the frame, which so comes to rest.
 */

/** Of the map: height by width, and between which heights. */
const SHAPE = 0.6;
const [LOWEST, HIGHEST] = [240, 560];
/** Of the list under it. */
const LIST = 220;

/** Of text, above and below the map. */
const rows = (): NodeListOf<HTMLElement> =>
	document.querySelectorAll('.embed > :is(.head, footer), .embed .legend');
const map = (): HTMLElement | null => document.querySelector('.embed .ground');
const stand = (): HTMLElement | null => document.querySelector('.embed .stand');

/** 0 where the page is not laid out. */
export function naturalHeight(): number {
	const [ground, cards] = [map()?.getBoundingClientRect(), stand()?.getBoundingClientRect()];
	if (!ground || !cards) return 0;
	const stacked = cards.top >= ground.bottom - 1;
	const text = [...rows()].reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);
	const shape = Math.max(LOWEST, Math.min(ground.width * SHAPE, HIGHEST));
	return Math.round(text + shape + (stacked ? LIST : 0));
}

/** Calls `changed` when what the height depends on may be another. */
export function observeRows(changed: () => void): void {
	const observer = new ResizeObserver(changed);
	for (const element of [...rows(), map()]) if (element) observer.observe(element);
}
