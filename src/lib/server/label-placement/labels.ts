/**
 * Decides which places and towns of a view are drawn with a name, and on which side, so that no name overlaps another
 * name or a symbol. The still map and the share pictures draw the result. The live map uses its sides for the labels of
 * lines. Sizes are those on a phone; on a larger screen there is more room.
 */
import type { BBox } from 'geojson';
import { toViewBox } from '$lib/geo/mercator';
import { MAX_SYMBOLS, townSize } from '$lib/style/constants';
import type { Drawing, DrawnPart, StillMap, StillMark } from '$lib/model/drawing';
import type { Layer, Story } from '$lib/model/story';
import { isInView, LabelBoard, symbolsOverlap, UNITS_PER_PIXEL, type ViewBoxPoint } from './board';
import { areaOf, candidatesOf, type Candidate } from './candidates';
import { reserveSign, SCALES, stepUnit } from './still-signs';
import { sideNamePoints, type SideName } from './side-names';

/** Towns of higher ranks are left out. */
const MAX_TOWN_RANK = 3;
const MAX_TOWNS = 8;
const TOWN_SIDES = ['right', 'left'] as const;
/** CSS pixels. Closer symbols form a cluster, if there are more than MAX_SYMBOLS. */
const CLUSTER_RADIUS = 28;

export interface LabelOptions {
	/**
	 * Id of the place that a share picture shows. It is named first, and symbols that would hide its own are left out.
	 */
	subject?: string;
	/** Draws areas and the subject only, for views so wide that symbols and towns would overlap. */
	areasOnly?: boolean;
}

export type Labels = Pick<StillMap, 'marks' | 'towns'>;

export function labelView(
	{ places, layers, views }: Pick<Story, 'places' | 'layers' | 'views'>,
	{ parts, signs }: { parts: DrawnPart[]; signs: Drawing['signs'] },
	towns: Drawing['basemap']['towns']['features'],
	view: BBox,
	{ subject, areasOnly = false }: LabelOptions = {}
): Labels {
	const all = candidatesOf(places, parts, view, {
		subject,
		signs,
		firstZoom: views[0].zoom,
		filledLayers: filledLayers(layers)
	});
	const ofSubject = all.find(({ mark }) => mark.place === subject);
	const candidates = all.filter(
		(each) =>
			each === ofSubject || ((!areasOnly || each.isArea) && !(ofSubject && overlapsSubject(each, ofSubject)))
	);
	const board = new LabelBoard(SCALES);
	const clusters = clusterSymbols(candidates);
	for (const { mark, points } of candidates)
		if (points[0] && clusters.has(mark.place)) {
			if (mark.steps) reserveSign(board, points[0], mark, stepUnit(view), mark.place === subject);
			else board.addSymbol(points[0]);
		}
	let sidePoints: Map<string, ViewBoxPoint> | undefined;
	const marks = candidates.flatMap((candidate) => {
		if (candidate.mark.style === 'side' && candidate.mark.place !== subject) {
			// When the first of the two has its turn, there is still the same room for both.
			sidePoints ??= sideNamePoints(parts, sideNamesOf(candidates, parts), board, view);
			const point = sidePoints.get(candidate.mark.place);
			if (point) return markOf({ ...candidate, points: [point] }, board, clusters);
		}
		return markOf(candidate, board, clusters);
	});
	return {
		// The most important marks come last, so that they are drawn on top.
		marks: marks.reverse(),
		towns: areasOnly ? [] : labelTowns(towns, view, board, new Set(places.map(({ name }) => name)))
	};
}

/** The areas of these layers are filled. */
export const filledLayers = (layers: Layer[]): Set<string> =>
	new Set(layers.filter(({ shape }) => shape === 'area').map(({ id }) => id));

function sideNamesOf(candidates: Candidate[], parts: DrawnPart[]): SideName[] {
	return candidates.flatMap(({ mark: { place, style }, name }) => {
		const own = parts.filter(({ properties }) => properties.place === place);
		const [area, tint] = [areaOf(own), own[0]?.properties.tint];
		return style === 'side' && name && area && tint ? [{ place, tint, area, name }] : [];
	});
}

function overlapsSubject({ mark, points: [point] }: Candidate, subject: Candidate): boolean {
	const [ofSubject] = subject.points;
	if (!mark.symbol || !subject.mark.symbol || mark.steps || subject.mark.steps) return false;
	return point !== undefined && ofSubject !== undefined && symbolsOverlap(point, ofSubject);
}

/** Empty if the view has neither the symbol of the place nor room for its name, or if another symbol stands for it. */
function markOf(
	{ mark, points, name }: Candidate,
	board: LabelBoard,
	clusters: ReadonlyMap<string, number>
): StillMark[] {
	const more = clusters.get(mark.place);
	if (mark.symbol && more === undefined) return [];
	if (more && points[0]) return [{ ...mark, ...points[0], label: null, more }];
	for (const point of points) {
		const label = name ? board.placeName(name, point) : null;
		if (label || mark.symbol) return [{ ...mark, ...point, label }];
	}
	return [];
}

/**
 * By place id, the symbols that are drawn, with the number of others that each stands for: 0 if it is not a cluster.
 */
function clusterSymbols(candidates: Candidate[]): Map<string, number> {
	const symbols = candidates.flatMap(({ mark, points: [point] }) =>
		mark.symbol && point ? [{ place: mark.place, point }] : []
	);
	const radius = symbols.length > MAX_SYMBOLS ? CLUSTER_RADIUS * UNITS_PER_PIXEL : 0;
	const drawn: typeof symbols = [];
	const clusters = new Map<string, number>();
	for (const symbol of symbols) {
		const cluster = drawn.find(
			({ point }) => Math.hypot(point.x - symbol.point.x, point.y - symbol.point.y) < radius
		);
		if (cluster) clusters.set(cluster.place, (clusters.get(cluster.place) ?? 0) + 1);
		else {
			drawn.push(symbol);
			clusters.set(symbol.place, 0);
		}
	}
	return clusters;
}

/** Towns get the room that places leave. A town that is a place of the story already has a mark. */
function labelTowns(
	towns: Drawing['basemap']['towns']['features'],
	view: BBox,
	board: LabelBoard,
	placeNames: ReadonlySet<string>
): StillMap['towns'] {
	const project = toViewBox(view);
	return towns
		.filter(({ properties: { rank, name } }) => rank <= MAX_TOWN_RANK && !placeNames.has(name))
		.sort((a, b) => a.properties.rank - b.properties.rank)
		.flatMap(({ geometry, properties: { name, rank } }) => {
			const [x, y] = project(geometry.coordinates).map(Math.round) as [number, number];
			if (!isInView({ x, y }) || board.isOnName({ x, y })) return [];
			const label = board.placeName({ text: name, size: townSize(rank), sides: TOWN_SIDES }, { x, y });
			if (label) board.addSymbol({ x, y });
			return label ? [{ name, rank, x, y, label }] : [];
		})
		.slice(0, MAX_TOWNS);
}
