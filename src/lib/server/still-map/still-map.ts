/**
 * Story -> the still map: the same places, ground and view as the live map, as paths of an SVG whose viewBox is the
 * view, 1000 units square. It reaches beyond the view, so that a container of any shape is filled. Marks keep their
 * size on the screen.
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
import { toViewBox, VIEW_BOX } from '$lib/geo/mercator';
import type { Drawing, StillMap } from '$lib/model/drawing';
import type { Story } from '$lib/model/story';
import { PathText } from './path';
import { labelView, type LabelOptions } from '../label-placement/labels';
import { lonLat } from '$lib/geo/position';

type Projected = Polygon | MultiPolygon | LineString | MultiLineString;

export interface Detail {
	/** How far it reaches beyond the view, in sides of the view, to the left and right, above and below. */
	reach: [horizontal: number, vertical: number];
	/** Viewbox units; a wiggle smaller than that is smoothed away. */
	tolerance: number;
	/** Without it nothing but land, borders and shapes is drawn. */
	labels?: LabelOptions;
}

export function drawStill(story: Story, { parts, basemap }: Drawing, view: BBox, detail: Detail): StillMap {
	const place = toViewBox(view);
	const [horizontal, vertical] = detail.reach.map((reach) => reach * VIEW_BOX) as [number, number];
	const reach: BBox = [-horizontal, -vertical, VIEW_BOX + horizontal, VIEW_BOX + vertical];
	const path = (geometry: Geometry, tolerance = detail.tolerance): string =>
		drawPath(geometry, place, reach, tolerance);
	const seen = new Set(story.layers.filter(({ shape }) => shape === 'area').map(({ id }) => id));
	const labels = detail.labels
		? labelView(story.places, parts.features, basemap.towns.features, view, detail.labels)
		: { marks: [], towns: [] };
	const isDrawn = (place: string): boolean =>
		!detail.labels?.areasOnly || labels.marks.some((mark) => mark.place === place);
	const shapes = parts.features.filter(
		({ properties: { place, part } }) => (part === 'area' || part === 'line') && isDrawn(place)
	);
	const ground = (geometries: Feature[], tolerance?: number): string =>
		geometries.map(({ geometry }) => path(geometry, tolerance)).join('');

	return {
		land: ground(basemap.land.features),
		borders: ground(basemap.borders.features, detail.tolerance * 1.5),
		provinces: detail.labels ? ground(basemap.provinces.features, detail.tolerance * 3) : '',
		shapes: shapes
			.map(({ geometry, properties: { place: id, layer, part } }) => ({
				place: id,
				layer,
				part: part as 'area' | 'line',
				// An area that is only pressed, not seen, may be coarse.
				d: path(geometry, part === 'area' && !seen.has(layer) ? detail.tolerance * 2 : detail.tolerance)
			}))
			.filter(({ d }) => d !== ''),
		...labels
	};
}

function drawPath(
	geometry: Geometry,
	place: (position: Position) => Position,
	reach: BBox,
	tolerance: number
): string {
	const projected = mapPositions(geometry as Projected, place);
	const clipped = bboxClip({ type: 'Feature', properties: {}, geometry: projected }, reach)
		.geometry as Projected;
	const kept = keepVisible(clipped, tolerance);
	const path = new PathText();
	if (kept) geoPath(null, path)(simplify(kept, { tolerance }));
	return path.text;
}

function mapPositions(geometry: Projected, place: (position: Position) => Position): Projected {
	const deep = (value: unknown): unknown =>
		Array.isArray(value) && typeof value[0] === 'number'
			? place(value as Position)
			: (value as unknown[]).map(deep);
	return { ...geometry, coordinates: deep(geometry.coordinates) } as Projected;
}

/** Without rings and lines too small to be seen, which simplifying would make invalid. */
function keepVisible(geometry: Projected, tolerance: number): Projected | null {
	const spans = (positions: Position[]): [number, number] => {
		const xs = positions.map((position) => lonLat(position)[0]);
		const ys = positions.map((position) => lonLat(position)[1]);
		return [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
	};
	const seen = (line: Position[]): boolean => Math.max(...spans(line)) > tolerance * 2;
	const filled = (ring: Position[]): boolean => Math.min(...spans(ring)) > tolerance && seen(ring);
	if (geometry.type === 'LineString' || geometry.type === 'MultiLineString') {
		const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
		const kept = lines.filter((line) => line.length > 1 && seen(line));
		return kept.length > 0 ? { type: 'MultiLineString', coordinates: kept } : null;
	}
	const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	const kept = polygons
		.map((rings) => rings.filter((ring) => ring.length > 3 && filled(ring)))
		.filter((rings) => rings.length > 0);
	return kept.length > 0 ? { type: 'MultiPolygon', coordinates: kept } : null;
}
