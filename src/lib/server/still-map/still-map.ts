/**
 * Draws the still map of a view: path data and marks for an SVG whose viewBox is the view, 1000 units square. It is
 * made from the same data as the live map. Paths extend beyond the view, so that they fill a container of any aspect
 * ratio.
 */
import { bboxClip, simplify } from '@turf/turf';
import { geoPath } from 'd3-geo';
import type {
	BBox,
	Feature,
	Geometry,
	LineString,
	MultiLineString,
	MultiPolygon,
	Polygon,
	Position
} from 'geojson';
import { exactZoomOf, toViewBox, VIEW_BOX } from '$lib/geo/mercator';
import type { Drawing, DrawnPart, StillMap, StillStretch } from '$lib/model/drawing';
import type { Story } from '$lib/model/story';
import { RIBBON_ZOOM } from '$lib/style/constants';
import { graticuleLines, graticuleStep } from '$lib/style/graticule';
import { PathText } from './path';
import { stepUnit } from '../label-placement/still-signs';
import { filledLayers, labelView, type LabelOptions } from '../label-placement/labels';
import { lonLat } from '$lib/geo/position';

type Projected = Polygon | MultiPolygon | LineString | MultiLineString;

export interface Detail {
	/** How far paths extend beyond the view: left and right, above and below, in sides of the view. */
	overflow: [horizontal: number, vertical: number];
	/** Tolerance of the simplification, in units of the viewBox. */
	tolerance: number;
	/** Without it there are no marks, towns and provinces. */
	labels?: LabelOptions;
}

/** Leaves out the labels that are not shown at this zoom: an area may have several, each for other zooms. */
export const labelsAt = (features: DrawnPart[], zoom: number): DrawnPart[] =>
	features.filter(
		({ properties: { part, from = -Infinity, until = Infinity } }) =>
			part !== 'label' || (from <= zoom && zoom < until)
	);

export function drawStill(
	story: Story,
	{ parts, basemap, signs }: Drawing,
	view: BBox,
	detail: Detail
): StillMap {
	const project = toViewBox(view);
	const [horizontal, vertical] = detail.overflow.map((sides) => sides * VIEW_BOX) as [number, number];
	const clip: BBox = [-horizontal, -vertical, VIEW_BOX + horizontal, VIEW_BOX + vertical];
	const pathOf = (geometry: Geometry, tolerance = detail.tolerance): string =>
		drawPath(geometry, project, clip, tolerance);
	const filled = filledLayers(story.layers);
	const labels = detail.labels
		? labelView(story, { parts: parts.features, signs }, basemap.towns.features, view, detail.labels)
		: { marks: [], towns: [] };
	const isDrawn = (place: string): boolean =>
		!detail.labels?.areasOnly || labels.marks.some((mark) => mark.place === place);
	const shapes = parts.features.filter(
		({ properties: { place, part } }) => (part === 'area' || part === 'line') && isDrawn(place)
	);
	const pathOfAll = (features: Feature[], tolerance?: number): string =>
		features.map(({ geometry }) => pathOf(geometry, tolerance)).join('');

	const zoom = exactZoomOf(view);
	const graticule: MultiLineString = {
		type: 'MultiLineString',
		coordinates: graticuleLines(graticuleStep(zoom), graticuleBox(view, detail.overflow))
	};
	const subject = detail.labels?.subject;
	return {
		...(subject && { subject }),
		key: ['0', ...view.map((degrees) => degrees.toFixed(2).replace('-', 'm').replace('.', ''))].join('-'),
		land: pathOfAll(basemap.land.features),
		graticule: detail.labels ? pathOf(graticule) : '',
		borders: pathOfAll(basemap.borders.features, detail.tolerance * 1.5),
		provinces: detail.labels ? pathOfAll(basemap.provinces.features, detail.tolerance * 3) : '',
		shapes: shapes
			.map(({ geometry, properties: { place: id, layer, part, tint, inner, left } }) => ({
				place: id,
				layer,
				part: part as 'area' | 'line',
				...(tint && { tint }),
				...(inner && { inner }),
				...(left && zoom >= RIBBON_ZOOM && { ribbon: true as const }),
				// An area that is not seen is only a target for clicks, so its outline may be less exact.
				d: pathOf(
					geometry,
					part === 'line' || tint || inner || filled.has(layer) ? detail.tolerance : detail.tolerance * 2
				)
			}))
			.filter(({ d }) => d !== ''),
		stretches: detail.labels ? stretchesOf(parts.features, (geometry) => pathOf(geometry, 1)) : [],
		stepUnit: Number(stepUnit(view).toFixed(3)),
		...labels
	};
}

/** Of places whose position is certain, none is drawn. */
const stretchesOf = (parts: DrawnPart[], pathOf: (geometry: Geometry) => string): StillStretch[] =>
	parts
		.flatMap(({ geometry, properties: { part, layer, certainty } }) =>
			part === 'stretch' && certainty && certainty !== 'certain'
				? [{ layer, certainty, d: pathOf(geometry) }]
				: []
		)
		.filter(({ d }) => d !== '');

/** The view with what is drawn around it, and a little more: its lines are cut like all paths. */
function graticuleBox([west, south, east, north]: BBox, [horizontal, vertical]: Detail['overflow']): BBox {
	const [x, y] = [(east - west) * (horizontal + 0.1), (north - south) * (vertical + 0.1)];
	return [
		Math.max(-180, west - x),
		Math.max(-85, south - y),
		Math.min(180, east + x),
		Math.min(85, north + y)
	];
}

function drawPath(
	geometry: Geometry,
	project: (position: Position) => Position,
	clip: BBox,
	tolerance: number
): string {
	const projected = projectGeometry(geometry as Projected, project);
	const clipped = bboxClip({ type: 'Feature', properties: {}, geometry: projected }, clip)
		.geometry as Projected;
	const kept = withoutSmallParts(clipped, tolerance);
	const path = new PathText();
	if (kept) geoPath(null, path)(simplify(kept, { tolerance }));
	return path.text;
}

function projectGeometry(geometry: Projected, project: (position: Position) => Position): Projected {
	const projectAll = (value: unknown): unknown =>
		Array.isArray(value) && typeof value[0] === 'number'
			? project(value as Position)
			: (value as unknown[]).map(projectAll);
	return { ...geometry, coordinates: projectAll(geometry.coordinates) } as Projected;
}

/**
 * Removes rings and lines that are too small to see: simplification would make them invalid. Null if nothing is left.
 */
function withoutSmallParts(geometry: Projected, tolerance: number): Projected | null {
	const sizeOf = (positions: Position[]): [width: number, height: number] => {
		const xs = positions.map((position) => lonLat(position)[0]);
		const ys = positions.map((position) => lonLat(position)[1]);
		return [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
	};
	const isVisibleLine = (line: Position[]): boolean => Math.max(...sizeOf(line)) > tolerance * 2;
	const isVisibleRing = (ring: Position[]): boolean =>
		Math.min(...sizeOf(ring)) > tolerance && isVisibleLine(ring);
	if (geometry.type === 'LineString' || geometry.type === 'MultiLineString') {
		const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
		const kept = lines.filter((line) => line.length > 1 && isVisibleLine(line));
		return kept.length > 0 ? { type: 'MultiLineString', coordinates: kept } : null;
	}
	const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	const kept = polygons
		.map((rings) => rings.filter((ring) => ring.length > 3 && isVisibleRing(ring)))
		.filter((rings) => rings.length > 0);
	return kept.length > 0 ? { type: 'MultiPolygon', coordinates: kept } : null;
}
