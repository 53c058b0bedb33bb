/**
 * What a page's map begins with: of the first view and its surroundings what can be seen there, and of the world beyond
 * only its rough shape. The whole takes its place when a reader goes further or comes nearer (src/lib/map/map-data.ts); most
 * never do, and what is not there is neither fetched nor handed to MapLibre's worker.
 */
import { simplify } from '@turf/turf';
import type { BBox, FeatureCollection, Geometry, LineString, Position } from 'geojson';
import { squareAround } from '$lib/geo/mercator';
import { drawnLayers } from '$lib/style/style';
import type { Basemap, Beginning, Drawing, MapData, Part } from '$lib/model/drawing';
import type { Compiled } from '../compile';
import { degreesOutside, lonLat } from '$lib/geo/position';

/** How far the surroundings reach beyond the first view, in its sides: a container may be twice as wide as high. */
const REACH = 0.6;
/** Wiggles of less than this share of the view's side do not show in it. */
const WIGGLE = 1 / 2000;
/** Degrees between two points of an outline right outside the surroundings, and how much more for every degree away. */
const ROUGH = 0.3;
const ROUGHER = 0.1;

/** All that the live map is made of, with the data it begins with. */
export function mapDataOf({ story, drawing }: Compiled): MapData {
	const { layers, views, places, passages } = story;
	const [first] = views;
	const symbols = new Set(
		drawing.parts.features.flatMap(({ properties: { place, part } }) => (part === 'symbol' ? [place] : []))
	);
	return {
		...beginningOf(drawing, first.bbox),
		layers: drawnLayers(layers, drawing),
		views,
		places: places.flatMap(({ id, anchor, bbox }) =>
			anchor && bbox ? [{ id, anchor, bbox, symbol: symbols.has(id) }] : []
		),
		passages: passages.map(({ id, places }) => ({ id, places: places.map(({ place }) => place) }))
	};
}

export function beginningOf({ parts, basemap }: Drawing, view: BBox): Beginning {
	const surroundings = squareAround([view], REACH);
	const tolerance = (view[2] - view[0]) * WIGGLE;
	const thin = <G extends Geometry, P>(
		collection: FeatureCollection<G, P>,
		keeps: (properties: P) => boolean
	) => thinned(collection, surroundings, tolerance, keeps);
	const drawing: Drawing = {
		// Of places all is kept but names; of the ground, names and towns only where they may be seen.
		parts: thin(parts, ({ part }: Part) => part !== 'label'),
		basemap: Object.fromEntries(
			Object.entries(basemap).map(([ground, features]) => [ground, thin(features, () => false)])
		) as unknown as Basemap
	};
	return { surroundings, drawing };
}

/** `keeps`: what stays wherever it is. Lines and areas stay unless so small and far that nothing is left of them. */
function thinned<G extends Geometry, P>(
	{ features, ...collection }: FeatureCollection<G, P>,
	box: BBox,
	tolerance: number,
	keeps: (properties: P) => boolean
): FeatureCollection<G, P> {
	const kept = features.flatMap((feature) => {
		const rough = roughened(feature.geometry, box);
		if (rough) return [{ ...feature, geometry: smoothed(rough, tolerance) as G }];
		return keeps(feature.properties) ? [feature] : [];
	});
	return { ...collection, features: kept };
}

const smoothed = (geometry: Geometry, tolerance: number): Geometry =>
	geometry.type.endsWith('Point') ? geometry : simplify(geometry as LineString, { tolerance });

function roughened(geometry: Geometry, box: BBox): Geometry | undefined {
	const line = (positions: Position[]): Position[] => rougher(positions, box);
	const rings = (all: Position[][]): Position[][] => all.map(line).filter(({ length }) => length >= 4);
	const isSeen = (position: Position): boolean => degreesOutside(box, position) === 0;
	switch (geometry.type) {
		case 'Point':
			return isSeen(geometry.coordinates) ? geometry : undefined;
		case 'MultiPoint':
			return geometry.coordinates.some(isSeen) ? geometry : undefined;
		case 'LineString':
			return { ...geometry, coordinates: line(geometry.coordinates) };
		case 'MultiLineString':
			return { ...geometry, coordinates: geometry.coordinates.map(line) };
		case 'Polygon': {
			const coordinates = rings(geometry.coordinates);
			return coordinates.length > 0 ? { ...geometry, coordinates } : undefined;
		}
		case 'MultiPolygon': {
			const coordinates = geometry.coordinates.map(rings).filter(({ length }) => length > 0);
			return coordinates.length > 0 ? { ...geometry, coordinates } : undefined;
		}
		case 'GeometryCollection':
			return geometry;
	}
}

/** Ends stay, and so does what lies in the box: of the rest, what is far enough from what stays before it. */
function rougher(positions: Position[], box: BBox): Position[] {
	let last: Position | undefined;
	return positions.filter((position, index) => {
		const away = degreesOutside(box, position);
		const [[x, y], [a, b]] = [lonLat(position), lonLat(last ?? position)];
		const stays =
			away === 0 ||
			index === 0 ||
			index === positions.length - 1 ||
			Math.hypot(x - a, y - b) >= ROUGH + ROUGHER * away;
		if (stays) last = position;
		return stays;
	});
}
