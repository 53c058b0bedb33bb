/**
 * The places of a view that get a mark: at which points their names may be, on which sides, and in which order they are
 * placed.
 */
import { bbox as bboxOf, bboxClip, feature } from '@turf/turf';
import type { BBox, MultiPolygon, Polygon, Position } from 'geojson';
import { toViewBox } from '$lib/geo/mercator';
import { NAME_SIZE } from '$lib/style/constants';
import type { DrawnPart, LabelSide, StillMark } from '$lib/model/drawing';
import type { Place } from '$lib/model/story';
import { labelPositionIn } from '../places/derive-area';
import { isInView, UNITS_PER_PIXEL, type Name, type ViewBoxPoint } from './board';
import { textWidth } from './text-width';

export interface Candidate {
	mark: Omit<StillMark, 'x' | 'y' | 'label' | 'more'>;
	isArea: boolean;
	/** Points of the mark inside the view, in the order in which they are tried for the name. */
	points: ViewBoxPoint[];
	/** Undefined if the place is drawn without its name. */
	name: Name | undefined;
}

/** Units of the viewBox by which the name of a subject that is an area may be moved up or down. */
const SUBJECT_SHIFTS = [0, -50, 50, -100, 100, -150, 150];

/**
 * In the order in which they are placed: the subject, symbols of places of the article, areas (a country before its
 * region), lines, other symbols.
 */
export function candidatesOf(
	places: Place[],
	parts: DrawnPart[],
	view: BBox,
	subject: string | undefined
): Candidate[] {
	const partsOf = new Map<string, DrawnPart[]>(places.map(({ id }) => [id, []]));
	for (const part of parts) partsOf.get(part.properties.place)?.push(part);
	return places
		.map((place) => candidateOf(place, partsOf.get(place.id) ?? [], view, place.id === subject))
		.sort((a, b) => a.order - b.order || b.size - a.size);
}

function candidateOf(
	place: Place,
	parts: DrawnPart[],
	view: BBox,
	isSubject: boolean
): Candidate & { order: number; size: number } {
	const has = (part: DrawnPart['properties']['part']): boolean =>
		parts.some(({ properties }) => properties.part === part);
	const symbol = has('symbol');
	const isArea = !symbol && !has('line');
	const weak = place.quoted === 'none' && !isSubject;
	const points = isArea ? pointsInArea(parts, view) : pointsOf(parts, view);
	const isNamed = isSubject || (!(symbol && weak) && (!isArea || fitsIntoArea(place.name, parts, view)));
	return {
		order: isSubject ? -1 : symbol ? (place.quoted === 'article' ? 0 : 3) : isArea ? 1 : 2,
		size: isArea ? Math.max(0, ...parts.map(({ properties }) => properties.extent)) : 0,
		isArea,
		mark: {
			place: place.id,
			layer: place.layer,
			name: place.name,
			symbol,
			weak,
			hollow: place.certainty === 'uncertain'
		},
		points:
			isSubject && isArea
				? points.flatMap(({ x, y }) => SUBJECT_SHIFTS.map((shift) => ({ x, y: y + shift })))
				: points,
		name: isNamed ? { text: place.name, size: NAME_SIZE, sides: sidesFor(isArea, isSubject) } : undefined
	};
}

function pointsOf(parts: DrawnPart[], view: BBox): ViewBoxPoint[] {
	return parts.flatMap(({ geometry, properties: { part } }) => {
		if (geometry.type !== 'Point' || (part !== 'symbol' && part !== 'label')) return [];
		const point = pointAt(geometry.coordinates, view);
		return isInView(point) ? [point] : [];
	});
}

function sidesFor(isArea: boolean, isSubject: boolean): LabelSide[] {
	if (isArea) return ['middle'];
	return isSubject ? ['right', 'left', 'above', 'below'] : ['right', 'left'];
}

/** If the view shows only a piece of an area, the middle of that piece. */
function pointsInArea(parts: DrawnPart[], view: BBox): ViewBoxPoint[] {
	const points = pointsOf(parts, view);
	const area = areaOf(parts);
	if (points.length > 0 || !area) return points;
	const position = labelPositionIn(view, area);
	return position ? [pointAt(position, view)] : [];
}

/** If an area is narrower than its name, a reader could not tell which area the name belongs to. */
function fitsIntoArea(name: string, parts: DrawnPart[], view: BBox): boolean {
	const area = areaOf(parts);
	if (!area) return false;
	const [west, south, east] = bboxOf(bboxClip(feature(area), view));
	const { x: left } = pointAt([west, south], view);
	const { x: right } = pointAt([east, south], view);
	return right - left >= textWidth(name) * NAME_SIZE * UNITS_PER_PIXEL;
}

const areaOf = (parts: DrawnPart[]): Polygon | MultiPolygon | undefined =>
	parts.find(({ properties }) => properties.part === 'area')?.geometry as Polygon | MultiPolygon | undefined;

function pointAt(position: Position, view: BBox): ViewBoxPoint {
	const [x, y] = toViewBox(view)(position).map(Math.round) as [number, number];
	return { x, y };
}
