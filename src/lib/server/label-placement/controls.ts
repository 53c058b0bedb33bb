/** What the page's controls cover of the first view at usual sizes of the map. Names that must be seen are placed clear of them. */
import { VIEW_BOX } from '$lib/geo/mercator';
import type { Box } from './board';

/** CSS pixels. */
interface Layout {
	width: number;
	height: number;
	/** What the key covers at the start: the view is in the middle of the rest. */
	start: number;
	controls: (width: number, height: number) => Box[];
}

const VIEWS: Box = [8, 8, 350, 48];
/** With short labels, and without the buttons that zoom. */
const SHORT_VIEWS: Box = [8, 8, 190, 40];
/** The button of the key and the scale bar. */
const keyButton = (height: number): Box => [0, height - 56, 170, height];
const inset = (side: number, width: number, height: number): Box => [
	width - side,
	height - side,
	width,
	height
];

/**
 * The map beside the list on a wide page and on a narrower one, and above the sheet of a phone. A map beside one passage has no
 * room for the names of both sides.
 */
const LAYOUTS: Layout[] = [
	{
		width: 800,
		height: 770,
		start: 220,
		controls: (width, height) => [
			VIEWS,
			[8, 275, 220, height - 8],
			[width - 222, 8, width - 8, 210],
			inset(170, width, height)
		]
	},
	{
		width: 544,
		height: 670,
		start: 0,
		controls: (width, height) => [VIEWS, keyButton(height), inset(130, width, height)]
	},
	{
		width: 390,
		height: 590,
		start: 0,
		controls: (_width, height) => [SHORT_VIEWS, keyButton(height)]
	}
];

/** Further than any map reaches. */
const FAR = 10_000;

export interface Covered {
	/** Units of the viewBox in a CSS pixel. */
	scale: number;
	/** What is outside the map or under a control, in units of the viewBox. */
	boxes: Box[];
}

/** For each usual size, what cannot be seen of a narrow view that fits the height of the map. */
export const coveredParts: Covered[] = LAYOUTS.map(({ width, height, start, controls }) => {
	const scale = VIEW_BOX / height;
	const left = start + (width - start) / 2 - VIEW_BOX / 2 / scale;
	const top = height / 2 - VIEW_BOX / 2 / scale;
	const boxOf = ([x1, y1, x2, y2]: Box): Box => [
		(x1 - left) * scale,
		(y1 - top) * scale,
		(x2 - left) * scale,
		(y2 - top) * scale
	];
	return {
		scale,
		boxes: [
			[-FAR, -FAR, 4, FAR] satisfies Box,
			[width - 4, -FAR, FAR, FAR] satisfies Box,
			...controls(width, height)
		].map(boxOf)
	};
});
