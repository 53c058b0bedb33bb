/** A map on which names are placed one after another: what is taken, and where a name still has room. */
import { VIEW_BOX } from '$lib/geo/mercator';
import { LABEL_GAP } from '$lib/style/constants';
import type { LabelSide } from '$lib/model/drawing';
import { textWidth } from './text-width';

/** Units of the viewBox to a CSS pixel on a phone, where the map is about 340 px high. */
export const UNITS_PER_PIXEL = 2.9;

/** CSS pixels: half of a symbol, half of a town's dot, and what a line of text needs beyond its size. */
const SYMBOL = 9;
const TOWN_DOT = 3;
const LEADING = 4;
/** Units of the viewBox: a name may stand out of the view by so much, since the map around it is drawn too. */
const OVERHANG = 60;

type Box = [left: number, top: number, right: number, bottom: number];

/** In units of the viewBox. */
export interface Spot {
	x: number;
	y: number;
}

export interface Name {
	text: string;
	/** CSS pixels. */
	size: number;
	/** In the order in which they are tried. */
	sides: readonly LabelSide[];
}

export class LabelBoard {
	readonly #names: Box[] = [];
	readonly #symbols: Spot[] = [];

	addSymbol(spot: Spot): void {
		this.#symbols.push(spot);
	}

	/** Whether the dot of a town at this position would lie on a name. */
	isOnName({ x, y }: Spot): boolean {
		const half = TOWN_DOT * UNITS_PER_PIXEL;
		return this.#names.some((name) => overlap(name, [x - half, y - half, x + half, y + half]));
	}

	/** Places the name on the first side where it covers nothing; null where it has no room. */
	placeName({ text, size, sides }: Name, spot: Spot): LabelSide | null {
		const boxes = nameBoxes(textWidth(text) * size, size + LEADING, spot);
		// Symbols at the same position do not keep each other from being named.
		const symbols = this.#symbols.filter((symbol) => !isSame(symbol, spot)).map(symbolBox);
		const side = sides.find((each) => {
			const [left, , right] = boxes[each];
			const isInside = left > -OVERHANG && right < VIEW_BOX + OVERHANG;
			return isInside && ![...this.#names, ...symbols].some((taken) => overlap(taken, boxes[each]));
		});
		if (side) this.#names.push(boxes[side]);
		return side ?? null;
	}
}

export const isInView = ({ x, y }: Spot): boolean => x >= 0 && x <= VIEW_BOX && y >= 0 && y <= VIEW_BOX;

/** `width` and `height` in CSS pixels. */
function nameBoxes(width: number, height: number, { x, y }: Spot): Record<LabelSide, Box> {
	const [wide, half, gap] = [width, height / 2, LABEL_GAP].map((pixels) => pixels * UNITS_PER_PIXEL) as [
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

function symbolBox({ x, y }: Spot): Box {
	const half = SYMBOL * UNITS_PER_PIXEL;
	return [x - half, y - half, x + half, y + half];
}

const distance = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.y - b.y) / UNITS_PER_PIXEL;
const isSame = (a: Spot, b: Spot): boolean => distance(a, b) <= SYMBOL;
/** Whether symbols at both would cover each other. */
export const touches = (a: Spot, b: Spot): boolean => distance(a, b) < 2 * SYMBOL;

const overlap = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
