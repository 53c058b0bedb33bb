/** Places names on a map one after another, so that no name overlaps another name or a symbol. */
import { VIEW_BOX } from '$lib/geo/mercator';
import { LABEL_GAP } from '$lib/style/constants';
import type { LabelSide } from '$lib/model/drawing';
import { textWidth } from './text-width';

/** Units of the viewBox in a CSS pixel, on a phone: the map is about 345 CSS pixels high there. */
export const UNITS_PER_PIXEL = 2.9;

/** CSS pixels. */
const SYMBOL_RADIUS = 9;
const TOWN_RADIUS = 3;
/** CSS pixels that a line of text needs beyond its font size. */
const LINE_GAP = 3;
/** Units of the viewBox by which a name may extend beyond the view: the map around the view is drawn too. */
const OVERHANG = 60;

export type Box = [left: number, top: number, right: number, bottom: number];

/** Units of the viewBox. */
export interface ViewBoxPoint {
	x: number;
	y: number;
}

export interface Name {
	text: string;
	/** Font size in CSS pixels. */
	size: number;
	/** CSS pixels that follow each letter. */
	tracking?: number;
	/** A second line, below the first. */
	below?: { text: string; size: number };
	/** In the order in which they are tried. */
	sides: readonly LabelSide[];
}

/**
 * Where names and symbols are on a map, at each of several scales: a name has room if it has room at all of them. The board
 * of a still map is the viewBox. A board may also be pixels of a map without an edge.
 */
export class LabelBoard {
	readonly #scales: { scale: number; names: Box[]; symbols: ViewBoxPoint[] }[];
	readonly #hasEdge: boolean;

	/** @param scales units of the board in a CSS pixel */
	constructor(scales = [UNITS_PER_PIXEL], hasEdge = true) {
		this.#scales = scales.map((scale) => ({ scale, names: [], symbols: [] }));
		this.#hasEdge = hasEdge;
	}

	addSymbol(point: ViewBoxPoint): void {
		for (const { symbols } of this.#scales) symbols.push(point);
	}

	/** Keeps names out of boxes, which may be others at each scale. */
	reserve(boxesAt: (scale: number) => Box[]): void {
		for (const { scale, names } of this.#scales) names.push(...boxesAt(scale));
	}

	/** Whether the dot of a town at this point would overlap a name. */
	isOnName({ x, y }: ViewBoxPoint): boolean {
		return this.#scales.some(({ scale, names }) => {
			const half = TOWN_RADIUS * scale;
			return names.some((name) => overlap(name, [x - half, y - half, x + half, y + half]));
		});
	}

	/** Places the name on the first side on which it overlaps nothing. Returns null if there is none. */
	placeName(name: Name, point: ViewBoxPoint): LabelSide | null {
		const side = this.findSide(name, point);
		if (side) this.reserve((scale) => [boxesOf(name, point, scale)[side]]);
		return side ?? null;
	}

	/** The first side on which the name would overlap nothing. */
	findSide(name: Name, point: ViewBoxPoint): LabelSide | undefined {
		const obstacles = this.#scales.map(({ scale, names, symbols }) => {
			// Symbols at this point, such as that of the place itself, do not count.
			const others = symbols.filter((symbol) => distance(symbol, point) > SYMBOL_RADIUS * scale);
			const taken = [...names, ...others.map((symbol) => symbolBox(symbol, scale))];
			return { boxes: boxesOf(name, point, scale), taken };
		});
		return name.sides.find((side) =>
			obstacles.every(
				({ boxes, taken }) => this.#isInside(boxes[side]) && !taken.some((box) => overlap(box, boxes[side]))
			)
		);
	}

	#isInside([left, , right]: Box): boolean {
		return !this.#hasEdge || (left > -OVERHANG && right < VIEW_BOX + OVERHANG);
	}
}

export const isInView = ({ x, y }: ViewBoxPoint): boolean =>
	x >= 0 && x <= VIEW_BOX && y >= 0 && y <= VIEW_BOX;

/** The boxes that the name would have on each side of the point. */
export function boxesOf(
	{ text, size, tracking = 0, below }: Omit<Name, 'sides'>,
	point: ViewBoxPoint,
	scale: number
): Record<LabelSide, Box> {
	const width = textWidth(text) * size + tracking * [...text].length;
	const widthBelow = below ? textWidth(below.text) * below.size : 0;
	const height = size + LINE_GAP + (below ? below.size + LINE_GAP : 0);
	return nameBoxes(Math.max(width, widthBelow), height, point, scale);
}

/** Width and height are CSS pixels; the boxes are in units of the board. */
function nameBoxes(
	width: number,
	height: number,
	{ x, y }: ViewBoxPoint,
	scale: number
): Record<LabelSide, Box> {
	const [wide, half, gap] = [width, height / 2, LABEL_GAP].map((pixels) => pixels * scale) as [
		number,
		number,
		number
	];
	return {
		right: [x + gap, y - half, x + gap + wide, y + half],
		left: [x - gap - wide, y - half, x - gap, y + half],
		middle: [x - wide / 2, y - half, x + wide / 2, y + half],
		above: [x - wide / 2, y - gap - 2 * half, x + wide / 2, y - gap],
		below: [x - wide / 2, y + gap, x + wide / 2, y + gap + 2 * half]
	};
}

export function symbolBox({ x, y }: ViewBoxPoint, scale: number): Box {
	const half = SYMBOL_RADIUS * scale;
	return [x - half, y - half, x + half, y + half];
}

const distance = (a: ViewBoxPoint, b: ViewBoxPoint): number => Math.hypot(a.x - b.x, a.y - b.y);
export const symbolsOverlap = (a: ViewBoxPoint, b: ViewBoxPoint): boolean =>
	distance(a, b) < 2 * SYMBOL_RADIUS * UNITS_PER_PIXEL;

export const overlap = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
