/**
 * Which places and towns of the first view carry a name, and on which side, so that no name covers another name or a
 * symbol: decided at build, at the size of a phone, once for the still and the live map.
 */
import type { BBox, Position } from 'geojson';
import { project } from '$lib/geo/mercator';
import { MOST_SYMBOLS } from '$lib/style/constants';
import type { Drawing, DrawnPart, StillMap, StillMark } from '$lib/model/drawing';
import type { Place } from '$lib/model/story';

/** Side of the viewBox a view is drawn into. */
export const SIDE = 1000;
/** Viewbox units to a pixel on a phone, where the map is about 340 px high. */
const UNITS_PER_PIXEL = 2.9;
const TEXT_HEIGHT = 17;
const CHARACTER_WIDTH = 6.8;
const SYMBOL = 9;
/** Pixels between symbols of which there are many. */
const CLOSE = 28;
/** A name may stand out of the view by so much: the map around it is drawn too. */
const OVERHANG = 60;
/** Towns of higher ranks are for nearer views. */
const TOWN_RANK = 3;

type Box = [left: number, top: number, right: number, bottom: number];
type Side = NonNullable<StillMark['label']>;

/** Longitude and latitude to the viewBox of a view that is square on the map. */
export function intoView([west, , east, north]: BBox): (position: Position) => Position {
	const [left, top] = project([west, north]);
	const [right] = project([east, north]);
	return (position) => {
		const [x, y] = project(position);
		return [((x - left) / (right - left)) * SIDE, ((y - top) / (right - left)) * SIDE];
	};
}

/** Areas first, which have one spot; then lines, places the article speaks of, others; towns in what room is left. */
export function placeNames(
	places: Place[],
	parts: DrawnPart[],
	towns: Drawing['basemap']['towns']['features'],
	view: BBox
): Pick<StillMap, 'marks' | 'towns'> {
	const place = intoView(view);
	const inView = ([x = 0, y = 0]: Position): boolean => x >= 0 && x <= SIDE && y >= 0 && y <= SIDE;
	const partsOf = new Map<string, DrawnPart[]>();
	for (const part of parts) {
		const own = partsOf.get(part.properties.place);
		if (own) own.push(part);
		else partsOf.set(part.properties.place, [part]);
	}
	const candidates = places.flatMap(({ id, layer, name, quoted, certainty }) => {
		const own = partsOf.get(id) ?? [];
		const symbol = own.some(({ properties }) => properties.part === 'symbol');
		const line = own.some(({ properties }) => properties.part === 'line');
		const spots = own.flatMap(({ geometry, properties: { part } }) =>
			geometry.type === 'Point' && (part === 'symbol' || part === 'label')
				? [place(geometry.coordinates).map(Math.round)]
				: []
		);
		const mark = {
			place: id,
			layer,
			name,
			symbol,
			weak: quoted === 'none',
			hollow: certainty === 'uncertain'
		};
		return [
			{
				mark,
				spots: spots.filter(inView),
				beside: symbol || line,
				turn: symbol ? (quoted === 'article' ? 0 : 3) : line ? 2 : 1
			}
		];
	});
	candidates.sort((a, b) => a.turn - b.turn);

	const gathered = gather(
		candidates.flatMap(({ mark, spots: [spot] }) => (mark.symbol && spot ? [{ mark, spot }] : []))
	);
	const taken: Box[] = [];
	for (const { mark, spots } of candidates)
		if (mark.symbol && spots[0] && gathered.has(mark.place)) taken.push(around(spots[0]));
	const marks = candidates.flatMap(({ mark, spots, beside }): StillMark[] => {
		const more = gathered.get(mark.place);
		if (mark.symbol && more === undefined) return [];
		if (more && spots[0]) return [{ ...mark, x: spots[0][0] ?? 0, y: spots[0][1] ?? 0, label: null, more }];
		for (const spot of spots) {
			const label = mark.symbol && mark.weak ? null : settle(mark.name, spot, beside, taken);
			if (label || mark.symbol) return [{ ...mark, x: spot[0] ?? 0, y: spot[1] ?? 0, label }];
		}
		return [];
	});
	return {
		// The weightiest last: they are drawn over the others.
		marks: marks.reverse(),
		towns: [...towns]
			.filter(({ properties }) => properties.rank <= TOWN_RANK)
			.sort((a, b) => a.properties.rank - b.properties.rank)
			.flatMap(({ geometry, properties: { name } }) => {
				const at = place(geometry.coordinates).map(Math.round);
				const label = inView(at) ? settle(name, at, true, taken) : null;
				return label ? [{ name, x: at[0] ?? 0, y: at[1] ?? 0, label }] : [];
			})
	};
}

/** Of many symbols those that are drawn, by place, with the number of others so close that one stands for them all. */
function gather(symbols: { mark: Pick<StillMark, 'place'>; spot: Position }[]): Map<string, number> {
	const drawn: { place: string; spot: Position }[] = [];
	const gathered = new Map<string, number>();
	const close = symbols.length > MOST_SYMBOLS ? CLOSE * UNITS_PER_PIXEL : 0;
	for (const { mark, spot } of symbols) {
		const [x = 0, y = 0] = spot;
		const near = drawn.find(({ spot: [a = 0, b = 0] }) => Math.hypot(a - x, b - y) < close);
		if (near) gathered.set(near.place, (gathered.get(near.place) ?? 0) + 1);
		else {
			drawn.push({ place: mark.place, spot });
			gathered.set(mark.place, 0);
		}
	}
	return gathered;
}

const around = ([x = 0, y = 0]: Position): Box => {
	const half = SYMBOL * UNITS_PER_PIXEL;
	return [x - half, y - half, x + half, y + half];
};

function settle(name: string, [x = 0, y = 0]: Position, beside: boolean, taken: Box[]): Side | null {
	const width = name.length * CHARACTER_WIDTH * UNITS_PER_PIXEL;
	const half = (TEXT_HEIGHT / 2) * UNITS_PER_PIXEL;
	const gap = SYMBOL * UNITS_PER_PIXEL;
	const candidates: [Side, Box][] = beside
		? [
				['right', [x + gap, y - half, x + gap + width, y + half]],
				['left', [x - gap - width, y - half, x - gap, y + half]]
			]
		: [['middle', [x - width / 2, y - half, x + width / 2, y + half]]];
	// Symbols on the same spot do not keep each other from being named.
	const others = taken.filter(
		(box) => Math.hypot((box[0] + box[2]) / 2 - x, (box[1] + box[3]) / 2 - y) > gap
	);
	const inside = (box: Box): boolean => box[0] > -OVERHANG && box[2] < SIDE + OVERHANG;
	const free = candidates.find(([, box]) => inside(box) && !others.some((other) => overlap(box, other)));
	if (!free) return null;
	taken.push(free[1]);
	return free[0];
}

const overlap = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/**
 * Gives the label of each line its settled spot and side; its other spots wait for the next zoom, on the right.
 * @param zoom the zoom of the first view
 */
export function settleLines(parts: DrawnPart[], marks: StillMark[], view: BBox, zoom: number): DrawnPart[] {
	const place = intoView(view);
	const lines = new Set(
		parts.filter(({ properties }) => properties.part === 'line').map(({ properties }) => properties.place)
	);
	return parts.map((part) => {
		const { place: id, part: kind } = part.properties;
		if (kind !== 'label' || !lines.has(id) || part.geometry.type !== 'Point') return part;
		const [x, y] = place(part.geometry.coordinates).map(Math.round);
		const mark = marks.find((other) => other.place === id && other.x === x && other.y === y);
		const side = mark?.label === 'left' ? 'left' : 'right';
		return { ...part, properties: { ...part.properties, side, ...(!mark && { from: zoom + 1 }) } };
	});
}
