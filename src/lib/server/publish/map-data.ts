/**
 * The data from which the live map starts: detailed in the surroundings of the first view, simplified elsewhere.
 * Detailed data of the whole world replaces it when a reader moves away or zooms in (src/lib/map/map-data.ts). Most
 * readers never do, and less data is faster to load and for MapLibre's worker to process.
 */
import { simplify } from '@turf/turf';
import type { BBox, FeatureCollection, Geometry, LineString, Position } from 'geojson';
import { squareAround } from '$lib/geo/mercator';
import { drawnLayers } from '$lib/style/style';
import type { Basemap, Drawing, InitialData, MapData, Part } from '$lib/model/drawing';
import type { Compiled } from '../compile';
import { degreesOutside, lonLat } from '$lib/geo/position';

/**
 * How far the surroundings extend beyond the first view on each side, in sides of the view: a map may be twice as wide
 * as high.
 */
const SURROUNDINGS_MARGIN = 0.6;
/** Tolerance of the simplification, as a share of the width of the view. It is too small to see. */
const TOLERANCE = 1 / 2000;
/**
 * Degrees between two points of an outline just outside the surroundings, and what each degree of distance adds to it.
 */
const OUTSIDE_SPACING = 0.3;
const SPACING_PER_DEGREE = 0.1;

/** Content of `map.json`. */
export function mapDataOf({ story, drawing }: Compiled): MapData {
	const { layers, views, places, passages } = story;
	const [firstView] = views;
	const symbols = new Set(
		drawing.parts.features.flatMap(({ properties: { place, part } }) => (part === 'symbol' ? [place] : []))
	);
	return {
		...initialDataOf(drawing, firstView.bbox),
		layers: drawnLayers(layers, drawing),
		views,
		places: places.flatMap(({ id, anchor, bbox }) =>
			anchor && bbox ? [{ id, anchor, bbox, symbol: symbols.has(id) }] : []
		),
		passages: passages.map(({ id, places }) => ({ id, places: places.map(({ place }) => place) }))
	};
}

/** @param view bbox of the first view */
export function initialDataOf({ parts, basemap, signs }: Drawing, view: BBox): InitialData {
	const surroundings = squareAround([view], SURROUNDINGS_MARGIN);
	const tolerance = (view[2] - view[0]) * TOLERANCE;
	const simplified = <G extends Geometry, P>(
		collection: FeatureCollection<G, P>,
		mustKeep: (properties: P) => boolean
	) => simplifyCollection(collection, surroundings, tolerance, mustKeep);
	const drawing: Drawing = {
		signs,
		// All places are kept. Labels, and countries and towns of the basemap, are kept in the surroundings only.
		parts: simplified(parts, ({ part }: Part) => part !== 'label'),
		basemap: Object.fromEntries(
			Object.entries(basemap).map(([ground, features]) => [ground, simplified(features, () => false)])
		) as unknown as Basemap
	};
	return { surroundings, drawing };
}

/**
 * Simplifies lines and areas, and removes points outside the surroundings and areas of which nothing is left.
 * @param tolerance degrees
 * @param mustKeep whether a feature is kept in any case: unchanged, if it would be removed
 */
function simplifyCollection<G extends Geometry, P>(
	{ features, ...collection }: FeatureCollection<G, P>,
	surroundings: BBox,
	tolerance: number,
	mustKeep: (properties: P) => boolean
): FeatureCollection<G, P> {
	const kept = features.flatMap((feature) => {
		const thinned = thinOutside(feature.geometry, surroundings);
		if (thinned) return [{ ...feature, geometry: simplifyGeometry(thinned, tolerance) as G }];
		return mustKeep(feature.properties) ? [feature] : [];
	});
	return { ...collection, features: kept };
}

const simplifyGeometry = (geometry: Geometry, tolerance: number): Geometry =>
	geometry.type.endsWith('Point') ? geometry : simplify(geometry as LineString, { tolerance });

/**
 * Undefined if nothing is left: for points outside the surroundings, and areas of which no ring has four positions
 * left.
 */
function thinOutside(geometry: Geometry, surroundings: BBox): Geometry | undefined {
	const line = (positions: Position[]): Position[] => thinLine(positions, surroundings);
	const rings = (all: Position[][]): Position[][] => all.map(line).filter(({ length }) => length >= 4);
	const isInside = (position: Position): boolean => degreesOutside(surroundings, position) === 0;
	switch (geometry.type) {
		case 'Point':
			return isInside(geometry.coordinates) ? geometry : undefined;
		case 'MultiPoint':
			return geometry.coordinates.some(isInside) ? geometry : undefined;
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

/**
 * Keeps both ends and all positions in the surroundings. Of the others it keeps those far enough from the last one
 * kept.
 */
function thinLine(positions: Position[], surroundings: BBox): Position[] {
	let lastKept: Position | undefined;
	return positions.filter((position, index) => {
		const distance = degreesOutside(surroundings, position);
		const [[x, y], [lastX, lastY]] = [lonLat(position), lonLat(lastKept ?? position)];
		const isKept =
			distance === 0 ||
			index === 0 ||
			index === positions.length - 1 ||
			Math.hypot(x - lastX, y - lastY) >= OUTSIDE_SPACING + SPACING_PER_DEGREE * distance;
		if (isKept) lastKept = position;
		return isKept;
	});
}
