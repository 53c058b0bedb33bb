/**
 * Which places and towns of a view carry a name, and where it stands, so that no name covers another name or a symbol.
 * Decided once, at the size of a phone: the still map, the share pictures and the live style all take the result.
 */
import type { BBox } from 'geojson';
import { toViewBox } from '$lib/geo/mercator';
import { MOST_SYMBOLS, TOWN_SIZE } from '$lib/style/constants';
import type { Drawing, DrawnPart, StillMap, StillMark } from '$lib/model/drawing';
import type { Place } from '$lib/model/story';
import { isInView, LabelBoard, touches, UNITS_PER_PIXEL } from './board';
import { candidatesOf, type Candidate } from './candidates';

/** Towns of higher ranks are for closer views. */
const TOWN_RANK = 3;
const MOST_TOWNS = 8;
/** CSS pixels between symbols of which there are many. */
const CLUSTER_RADIUS = 28;

export interface LabelOptions {
	/** Id of the place that a picture is of: it is named before all others. */
	subject?: string;
	/** In a very wide view symbols and towns would lie in a heap: only areas are named there, and the subject. */
	areasOnly?: boolean;
}

export type Labels = Pick<StillMap, 'marks' | 'towns'>;

export function labelView(
	places: Place[],
	parts: DrawnPart[],
	towns: Drawing['basemap']['towns']['features'],
	view: BBox,
	{ subject, areasOnly = false }: LabelOptions = {}
): Labels {
	const all = candidatesOf(places, parts, view, subject);
	const own = all.find(({ mark }) => mark.place === subject);
	const candidates = all.filter(
		(each) => each === own || ((!areasOnly || each.isArea) && !(own && wouldHide(each, own)))
	);
	const board = new LabelBoard();
	const clusters = clusterSymbols(candidates);
	for (const { mark, spots } of candidates)
		if (spots[0] && clusters.has(mark.place)) board.addSymbol(spots[0]);
	const marks = candidates.flatMap((candidate) => markOf(candidate, board, clusters));
	return {
		// The most important last: they are drawn over the others.
		marks: marks.reverse(),
		towns: areasOnly ? [] : labelTowns(towns, view, board, new Set(places.map(({ name }) => name)))
	};
}

/** Two symbols of which one covers a good part of the other. */
function wouldHide({ mark, spots: [spot] }: Candidate, own: Candidate): boolean {
	const [middle] = own.spots;
	return (
		mark.symbol && own.mark.symbol && spot !== undefined && middle !== undefined && touches(spot, middle)
	);
}

function markOf(
	{ mark, spots, name }: Candidate,
	board: LabelBoard,
	clusters: ReadonlyMap<string, number>
): StillMark[] {
	const more = clusters.get(mark.place);
	if (mark.symbol && more === undefined) return [];
	if (more && spots[0]) return [{ ...mark, ...spots[0], label: null, more }];
	for (const spot of spots) {
		const label = name ? board.placeName(name, spot) : null;
		if (label || mark.symbol) return [{ ...mark, ...spot, label }];
	}
	return [];
}

/** Of many symbols those that are drawn, by place, with the number of others so close that one stands for them all. */
function clusterSymbols(candidates: Candidate[]): Map<string, number> {
	const symbols = candidates.flatMap(({ mark, spots: [spot] }) =>
		mark.symbol && spot ? [{ place: mark.place, spot }] : []
	);
	const radius = symbols.length > MOST_SYMBOLS ? CLUSTER_RADIUS * UNITS_PER_PIXEL : 0;
	const drawn: typeof symbols = [];
	const clusters = new Map<string, number>();
	for (const symbol of symbols) {
		const closest = drawn.find(
			({ spot }) => Math.hypot(spot.x - symbol.spot.x, spot.y - symbol.spot.y) < radius
		);
		if (closest) clusters.set(closest.place, (clusters.get(closest.place) ?? 0) + 1);
		else {
			drawn.push(symbol);
			clusters.set(symbol.place, 0);
		}
	}
	return clusters;
}

/** In what room is left. A town that is a place of the story is named there. */
function labelTowns(
	towns: Drawing['basemap']['towns']['features'],
	view: BBox,
	board: LabelBoard,
	placeNames: ReadonlySet<string>
): StillMap['towns'] {
	const project = toViewBox(view);
	return towns
		.filter(({ properties: { rank, name } }) => rank <= TOWN_RANK && !placeNames.has(name))
		.sort((a, b) => a.properties.rank - b.properties.rank)
		.flatMap(({ geometry, properties: { name } }) => {
			const [x, y] = project(geometry.coordinates).map(Math.round) as [number, number];
			if (!isInView({ x, y }) || board.isOnName({ x, y })) return [];
			const label = board.placeName({ text: name, size: TOWN_SIZE, sides: ['right', 'left'] }, { x, y });
			if (label) board.addSymbol({ x, y });
			return label ? [{ name, x, y, label }] : [];
		})
		.slice(0, MOST_TOWNS);
}
