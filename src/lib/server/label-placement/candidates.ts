/** The places of a view that may be named: where, on which sides, and in which order they are tried. */
import { bbox as bboxOf, bboxClip, feature } from '@turf/turf';
import type { BBox, MultiPolygon, Polygon, Position } from 'geojson';
import { toViewBox } from '$lib/geo/mercator';
import { NAME_SIZE } from '$lib/style/constants';
import type { DrawnPart, LabelSide, StillMark } from '$lib/model/drawing';
import type { Place } from '$lib/model/story';
import { labelPositionIn } from '../places/derive-area';
import { isInView, UNITS_PER_PIXEL, type Name, type Spot } from './board';
import { textWidth } from './text-width';

export interface Candidate {
	mark: Omit<StillMark, 'x' | 'y' | 'label' | 'more'>;
	isArea: boolean;
	/** Where the name may stand, in the order in which they are tried. */
	spots: Spot[];
	/** Undefined for a place that is drawn without its name. */
	name: Name | undefined;
}

/** Units of the viewBox: the name of a picture's own area may stand above or below its middle. */
const SHIFTS = [0, -50, 50, -100, 100, -150, 150];

/** The subject first; then places the article speaks of, areas (the country before its region), lines, other places. */
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
		.sort((a, b) => a.turn - b.turn || b.size - a.size);
}

function candidateOf(
	place: Place,
	parts: DrawnPart[],
	view: BBox,
	isSubject: boolean
): Candidate & { turn: number; size: number } {
	const has = (part: DrawnPart['properties']['part']): boolean =>
		parts.some(({ properties }) => properties.part === part);
	const symbol = has('symbol');
	const isArea = !symbol && !has('line');
	const weak = place.quoted === 'none' && !isSubject;
	const spots = isArea ? areaSpots(parts, view) : spotsOf(parts, view);
	const isNamed = isSubject || (!(symbol && weak) && (!isArea || holdsItsName(place.name, parts, view)));
	return {
		turn: isSubject ? -1 : symbol ? (place.quoted === 'article' ? 0 : 3) : isArea ? 1 : 2,
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
		spots: isSubject && isArea ? spots.flatMap(({ x, y }) => SHIFTS.map((by) => ({ x, y: y + by }))) : spots,
		name: isNamed ? { text: place.name, size: NAME_SIZE, sides: sidesFor(isArea, isSubject) } : undefined
	};
}

function spotsOf(parts: DrawnPart[], view: BBox): Spot[] {
	return parts.flatMap(({ geometry, properties: { part } }) => {
		if (geometry.type !== 'Point' || (part !== 'symbol' && part !== 'label')) return [];
		const spot = spotAt(geometry.coordinates, view);
		return isInView(spot) ? [spot] : [];
	});
}

function sidesFor(isArea: boolean, isSubject: boolean): LabelSide[] {
	if (isArea) return ['middle'];
	return isSubject ? ['right', 'left', 'above', 'below'] : ['right', 'left'];
}

/** Of an area that the view shows a piece of, the middle of that piece. */
function areaSpots(parts: DrawnPart[], view: BBox): Spot[] {
	const spots = spotsOf(parts, view);
	const area = areaOf(parts);
	if (spots.length > 0 || !area) return spots;
	const position = labelPositionIn(view, area);
	return position ? [spotAt(position, view)] : [];
}

/** The name of an area that is narrower would leave open which one is meant. */
function holdsItsName(name: string, parts: DrawnPart[], view: BBox): boolean {
	const area = areaOf(parts);
	if (!area) return false;
	const [west, south, east] = bboxOf(bboxClip(feature(area), view));
	const { x: left } = spotAt([west, south], view);
	const { x: right } = spotAt([east, south], view);
	return right - left >= textWidth(name) * NAME_SIZE * UNITS_PER_PIXEL;
}

const areaOf = (parts: DrawnPart[]): Polygon | MultiPolygon | undefined =>
	parts.find(({ properties }) => properties.part === 'area')?.geometry as Polygon | MultiPolygon | undefined;

function spotAt(position: Position, view: BBox): Spot {
	const [x, y] = toViewBox(view)(position).map(Math.round) as [number, number];
	return { x, y };
}
