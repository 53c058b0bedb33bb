/**
 * What a place's picture names: the place itself before all others, then what lies around it, as far as there is room.
 * labels.ts settles names for a map whose reader can come nearer; here what does not fit is left out.
 */
import type { StillMap, StillMark } from '$lib/model/drawing';
import type { Place } from '$lib/model/story';
import { widthOf } from '../publish/typeset';

/** Units of the still map's viewBox to a pixel, as labels.ts has it. */
export const SCALE = 2.9;
export const NAME_SIZE = 13;
export const TOWN_SIZE = 11.5;
/** From a spot to the name beside it, in pixels. */
export const GAP = 10;

const HALF = (NAME_SIZE / 2 + 2) * SCALE;
const SYMBOL = 8 * SCALE;
/** Names may stand out of the view by so much. */
const OVERHANG = 60;
const MOST_TOWNS = 8;
const SHIFTS = [0, -50, 50, -100, 100, -150, 150];

export type Side = 'left' | 'right' | 'middle' | 'above' | 'below';
type Box = [left: number, top: number, right: number, bottom: number];
type Spot = { name: string; x: number; y: number; symbol?: boolean };

export interface ShareMap extends Omit<StillMap, 'marks'> {
	marks: (Omit<StillMark, 'label'> & { label: Side | null })[];
}

/** @param far the view is so wide that symbols, lines and towns would lie in a heap: only areas are named */
export function nameAround(still: StillMap, place: Place, spot: [number, number], far: boolean): ShareMap {
	const [x, y] = spot;
	const own: ShareMap['marks'][number] = still.marks.find((mark) => mark.place === place.id) ?? {
		...{ place: place.id, layer: place.layer, name: place.name, x, y },
		...{ symbol: false, weak: false, hollow: false, label: 'middle' }
	};
	const others = still.marks.filter((mark) => {
		if (mark.place === place.id || (far && mark.label !== 'middle')) return false;
		if (
			mark.label === 'middle' &&
			widthIn(still, mark.place) < widthOf('noto-sans', mark.name) * NAME_SIZE * SCALE
		)
			return false;
		return !(own.symbol && mark.symbol && touching(mark, own));
	});
	const symbols = [own, ...others].filter(({ symbol }) => symbol);
	const taken: Box[] = [];
	const settle = (of: Spot, size: number, sides: Side[]): Side | null => {
		const boxes = boxesOf(of, size);
		const around = symbols.filter((symbol) => !(of.symbol && touching(symbol, of))).map(dot);
		const side = sides.find((each) => {
			const inside = boxes[each][0] > -OVERHANG && boxes[each][2] < 1000 + OVERHANG;
			return inside && ![...taken, ...around].some((box) => overlap(box, boxes[each]));
		});
		if (side) taken.push(boxes[side]);
		return side ?? null;
	};
	const marks = [own, ...others.reverse()].map((mark): ShareMap['marks'][number] => {
		if (mark !== own && mark.label === null) return mark;
		if (mark.label === 'middle') {
			// Only its own name may leave its spot, up or down.
			const shift = (mark === own ? SHIFTS : [0]).find((by) =>
				settle({ ...mark, y: mark.y + by }, NAME_SIZE, ['middle'])
			);
			return { ...mark, y: mark.y + (shift ?? 0), label: shift === undefined ? null : 'middle' };
		}
		const beside: Side[] = mark.label === 'left' ? ['left', 'right'] : ['right', 'left'];
		return { ...mark, label: settle(mark, NAME_SIZE, mark === own ? [...beside, 'above', 'below'] : beside) };
	});
	const named = new Set(marks.map(({ name }) => name));
	const towns = still.towns.filter((town) => {
		const free =
			!far &&
			!named.has(town.name) &&
			![...taken, ...symbols.map(dot)].some((box) => overlap(box, dot(town)));
		const settled = free && settle(town, TOWN_SIZE, [town.label]);
		if (settled) taken.push(dot(town));
		return settled;
	});
	// As in the still map, the weightiest last: they are drawn over the others.
	const shapes = still.shapes.filter(({ place: id }) => !far || marks.some((mark) => mark.place === id));
	return { ...still, shapes, marks: marks.reverse(), towns: towns.slice(0, MOST_TOWNS) };
}

/** How wide a place is drawn: an area narrower than its name would leave open which one is named. */
function widthIn({ shapes }: StillMap, id: string): number {
	const path = shapes.find(({ place }) => place === id)?.d ?? '';
	const xs = [...path.matchAll(/(-?\d+),/g)].map(([, x]) => Number(x));
	return Math.max(...xs) - Math.min(...xs);
}

function boxesOf({ name, x, y }: Spot, size: number): Record<Side, Box> {
	const width = widthOf('noto-sans', name) * size * SCALE;
	const gap = GAP * SCALE;
	return {
		right: [x + gap, y - HALF, x + gap + width, y + HALF],
		left: [x - gap - width, y - HALF, x - gap, y + HALF],
		middle: [x - width / 2, y - HALF, x + width / 2, y + HALF],
		above: [x - width / 2, y - gap - 2 * HALF, x + width / 2, y - gap],
		below: [x - width / 2, y + gap, x + width / 2, y + gap + 2 * HALF]
	};
}

const dot = ({ x, y }: Omit<Spot, 'name'>): Box => [x - SYMBOL, y - SYMBOL, x + SYMBOL, y + SYMBOL];

const touching = (a: Omit<Spot, 'name'>, b: Omit<Spot, 'name'>): boolean =>
	Math.hypot(a.x - b.x, a.y - b.y) < 2 * SYMBOL;

const overlap = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
