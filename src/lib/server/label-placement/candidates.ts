/**
 * The places of a view that get a mark: at which points their names may be, on which sides, and in which order they are
 * placed.
 */
import { bbox as bboxOf, bboxClip, feature } from '@turf/turf';
import type { BBox, MultiPolygon, Polygon, Position } from 'geojson';
import { exactZoomOf, toViewBox } from '$lib/geo/mercator';
import { AREA_NAMES, NAME_SIZE, RIBBON_ZOOM } from '$lib/style/constants';
import type {
	AreaNameStyle,
	Drawing,
	DrawnPart,
	LabelSide,
	StandingSign,
	StillMark
} from '$lib/model/drawing';
import type { Place } from '$lib/model/story';
import { labelPositionIn } from '../places/derive-area';
import { isInView, UNITS_PER_PIXEL, type Name, type ViewBoxPoint } from './board';
import { stillSign } from './still-signs';
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

interface PlaceOptions {
	isSubject: boolean;
	isFilled: boolean;
	standing: StandingSign | undefined;
	firstZoom: number;
}

interface CandidateOptions {
	subject: string | undefined;
	signs: Drawing['signs'];
	/** Zoom of the story's first view. */
	firstZoom: number;
	filledLayers: ReadonlySet<string>;
}

/**
 * In the order in which they are placed: the subject, symbols of places of the article, areas (a country before its
 * region), lines, other symbols.
 */
export function candidatesOf(
	places: Place[],
	parts: DrawnPart[],
	view: BBox,
	{ subject, signs, firstZoom, filledLayers }: CandidateOptions
): Candidate[] {
	const partsOf = new Map<string, DrawnPart[]>(places.map(({ id }) => [id, []]));
	for (const part of parts) partsOf.get(part.properties.place)?.push(part);
	return places
		.map((place) =>
			candidateOf(place, partsOf.get(place.id) ?? [], view, {
				isSubject: place.id === subject,
				standing: signs[place.id],
				firstZoom,
				isFilled: filledLayers.has(place.layer)
			})
		)
		.sort((a, b) => a.order - b.order || b.size - a.size);
}

function candidateOf(
	place: Place,
	parts: DrawnPart[],
	view: BBox,
	{ isSubject, isFilled, standing, firstZoom }: PlaceOptions
): Candidate & { order: number; size: number } {
	const has = (part: DrawnPart['properties']['part']): boolean =>
		parts.some(({ properties }) => properties.part === part);
	const symbol = has('symbol');
	const sign = stillSign(
		parts.find(({ properties }) => properties.part === 'symbol'),
		standing,
		view,
		firstZoom,
		isSubject
	);
	const isArea = !symbol && !has('line');
	const style = isArea ? areaStyleOf(parts, isFilled, view) : undefined;
	const somewhere = parts.find(({ properties }) => properties.somewhere)?.properties.somewhere;
	const sides = sidesFor(isArea, isSubject);
	const name = nameOf(place, parts, style, sides);
	const weak = place.quoted === 'none' && !isSubject;
	const points = isArea ? pointsInArea(parts, view, isSubject) : pointsOf(parts, view);
	const isNamed =
		!sign.steps && (isSubject || (!(symbol && weak) && (!isArea || fitsIntoArea(name, parts, view))));
	return {
		order: isSubject
			? -1
			: style === 'side'
				? 0.5
				: symbol
					? place.quoted === 'article'
						? 0
						: 3
					: isArea
						? 1
						: 2,
		size: isArea ? Math.max(0, ...parts.map(({ properties }) => properties.extent)) : 0,
		isArea,
		mark: {
			place: place.id,
			layer: place.layer,
			name: place.name,
			...(style && { style }),
			...(name.below && { local: name.below.text }),
			symbol,
			weak,
			hollow: place.certainty === 'uncertain',
			...sign,
			// Shown where there is room: not on a phone, for whose size names are placed.
			...(somewhere && { somewhere: true as const, local: somewhere })
		},
		points:
			isSubject && isArea
				? points.flatMap(({ x, y }) => SUBJECT_SHIFTS.map((shift) => ({ x, y: y + shift })))
				: points,
		name: isNamed ? name : undefined
	};
}

function areaStyleOf([part]: DrawnPart[], isFilled: boolean, view: BBox): AreaNameStyle {
	if (part?.properties.tint && exactZoomOf(view) >= RIBBON_ZOOM) return 'side';
	return isFilled ? 'filled' : part?.properties.inner ? 'region' : 'country';
}

/** Names of areas are set in capitals; the two sides of a line have their local name too. */
function nameOf(
	{ name }: Place,
	[part]: DrawnPart[],
	style: AreaNameStyle | undefined,
	sides: LabelSide[]
): Name {
	if (!style) return { text: name, size: NAME_SIZE, sides };
	const { size, tracking, localSize } = AREA_NAMES[style];
	const local = style === 'side' ? part?.properties.local : '';
	return {
		text: name.toUpperCase(),
		size,
		tracking,
		sides,
		...(local && { below: { text: local, size: localSize } })
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

/**
 * If the view shows only a piece of an area, the middle of that piece. It is tried for a subject too, because the name of
 * a side stands beside the line, where a map of the whole side may have no room.
 */
function pointsInArea(parts: DrawnPart[], view: BBox, isSubject: boolean): ViewBoxPoint[] {
	const points = pointsOf(parts, view);
	const area = areaOf(parts);
	if (!area || (points.length > 0 && !isSubject)) return points;
	const position = labelPositionIn(view, area);
	return position ? [...points, pointAt(position, view)] : points;
}

/** If an area is narrower than its name, a reader could not tell which area the name belongs to. */
function fitsIntoArea(name: Name, parts: DrawnPart[], view: BBox): boolean {
	const area = areaOf(parts);
	if (!area) return false;
	const [west, south, east] = bboxOf(bboxClip(feature(area), view));
	const { x: left } = pointAt([west, south], view);
	const { x: right } = pointAt([east, south], view);
	return right - left >= textWidth(name.text) * name.size * UNITS_PER_PIXEL;
}

export const areaOf = (parts: DrawnPart[]): Polygon | MultiPolygon | undefined =>
	parts.find(({ properties }) => properties.part === 'area')?.geometry as Polygon | MultiPolygon | undefined;

function pointAt(position: Position, view: BBox): ViewBoxPoint {
	const [x, y] = toViewBox(view)(position).map(Math.round) as [number, number];
	return { x, y };
}
