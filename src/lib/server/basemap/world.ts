/**
 * Converts TopoJSON to land, borders and country names, and reads the world of Natural Earth, simplified away
 * from the views.
 */
import { area as areaOf, bboxClip, feature } from '@turf/turf';
import type {
	BBox,
	Feature,
	LineString,
	MultiLineString,
	MultiPolygon,
	Point,
	Polygon,
	Position
} from 'geojson';
import { createRequire } from 'node:module';
import isoCountries from 'i18n-iso-countries';
import polylabel from 'polylabel';
import { merge, mesh } from 'topojson-client';
import { presimplify } from 'topojson-simplify';
import type {
	GeometryCollection,
	GeometryObject,
	MultiPolygon as TopoMultiPolygon,
	Objects,
	Polygon as TopoPolygon,
	Topology
} from 'topojson-specification';
import { degreesOutside, lonLat } from '$lib/geo/position';

const require = createRequire(import.meta.url);

/**
 * Visvalingam's simplification leaves out a position if the triangle that it forms with its neighbours is
 * smaller than a threshold. In the views the threshold is the square of 1/200 of the first view's width. It
 * doubles with each degree of distance from them, so that no step is visible, up to MAX_TRIANGLE. All areas are
 * in square degrees.
 */
const DETAILS_PER_WIDTH = 200;
const MAX_TRIANGLE = 0.12;

/** Numeric codes of ISO 3166-1, which are the ids in world-atlas. */
const RUSSIA = '643';
const UKRAINE = '804';
/**
 * Natural Earth has a border between Russia and Ukraine at the neck of Crimea. It is not drawn (United Nations
 * General Assembly resolution 68/262): of the borders between the two, only those in this box are.
 */
const NORTH_OF_CRIMEA: BBox = [-180, 46.4, 180, 90];

/**
 * Natural Earth 1:50m with fewer positions outside `detailed`. Arcs are simplified, not polygons, so that
 * neighbours still share their borders.
 * @param detailed the bounding box that keeps its detail
 * @param side the width of the first view in degrees of longitude
 */
export function readWorld(detailed: BBox, side: number): Topology {
	const minTriangle = (side / DETAILS_PER_WIDTH) ** 2;
	const topology = presimplify(require('world-atlas/countries-50m.json') as Topology<Objects<object>>);
	const arcs = topology.arcs.map((arc) =>
		arc
			.filter((position) => {
				// presimplify() adds the area of the triangle as the third number of a position.
				const [, , triangle = Infinity] = position;
				return triangle >= minTriangle * 2 ** degreesOutside(detailed, position) || triangle >= MAX_TRIANGLE;
			})
			.map((position) => position.slice(0, 2))
	);
	return { ...topology, arcs };
}

/**
 * Rings of world-atlas can cross the antimeridian, and a flat map needs them cut there. The polygon around the
 * south pole is left out, because its ring does not close once its longitudes are continuous.
 */
function cutAtAntimeridian(land: MultiPolygon): MultiPolygon {
	const pieces = land.coordinates.flatMap((rings): Position[][][] => {
		const unwound = rings.map(unwind);
		const outer = unwound[0] ?? [];
		if (outer[0]?.[0] !== outer.at(-1)?.[0]) return [];
		const longitudes = outer.map((position) => lonLat(position)[0]);
		if (Math.max(...longitudes) <= 180 && Math.min(...longitudes) >= -180) return [unwound];
		return [-360, 0, 360].flatMap((offset) => {
			const piece = bboxClip(feature({ type: 'Polygon', coordinates: unwound }), [
				offset - 180,
				-90,
				offset + 180,
				90
			]);
			const clipped = (piece.geometry as Polygon).coordinates.filter((ring) => ring.length >= 4);
			return clipped.length > 0
				? [clipped.map((ring) => ring.map((position) => shifted(position, -offset)))]
				: [];
		});
	});
	return { type: 'MultiPolygon', coordinates: pieces };
}

function shifted(position: Position, degrees: number): Position {
	const [longitude, latitude] = lonLat(position);
	return [longitude + degrees, latitude];
}

/**
 * Adds or subtracts 360 degrees after each crossing of the antimeridian, so that the longitudes of the ring are
 * continuous.
 */
function unwind(ring: Position[]): Position[] {
	let offset = 0;
	return ring.map((position, index) => {
		const [longitude] = lonLat(position);
		const [previous] = lonLat(ring[index - 1] ?? position);
		if (longitude - previous > 180) offset -= 360;
		if (longitude - previous < -180) offset += 360;
		return shifted(position, offset);
	});
}

/** A rank of 1 is drawn from the lowest zoom on, each further rank from one zoom later. */
type CountryName = Feature<Point, { name: string; rank: number }>;

/** Square metres. A country of at least the first size has rank 1, of at least the second rank 2, and so on. */
const SIZES_OF_RANKS = [2e12, 5e11, 1.2e11, 3e10, 5e9];
/** Degrees, the precision of polylabel. */
const LABEL_TOLERANCE = 0.1;

const countriesOf = (topology: Topology): GeometryCollection =>
	topology.objects['countries'] as GeometryCollection;

const isPolygon = (geometry: GeometryObject): geometry is TopoPolygon | TopoMultiPolygon =>
	geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';

/** All countries as one shape, without the borders between them. */
export const landOf = (topology: Topology): MultiPolygon =>
	cutAtAntimeridian(merge(topology, countriesOf(topology).geometries.filter(isPolygon)));

/** The object `borders` of the topology if it has one, otherwise the lines that its countries share. */
export function bordersOf(topology: Topology): MultiLineString {
	const ownBorders = topology.objects['borders'];
	if (ownBorders) return mesh(topology, ownBorders as GeometryObject<object>);
	const isRussiaUkraine = (a: GeometryObject, b: GeometryObject): boolean =>
		[a.id, b.id].includes(RUSSIA) && [a.id, b.id].includes(UKRAINE);
	const others = mesh(topology, countriesOf(topology), (a, b) => a !== b && !isRussiaUkraine(a, b));
	const russiaUkraine = bboxClip(
		feature(mesh(topology, countriesOf(topology), (a, b) => a !== b && isRussiaUkraine(a, b))),
		NORTH_OF_CRIMEA
	);
	const { coordinates, type } = russiaUkraine.geometry as LineString | MultiLineString;
	return {
		type: 'MultiLineString',
		coordinates: [...others.coordinates, ...(type === 'LineString' ? [coordinates] : coordinates)]
	};
}

/**
 * The names of countries as points, each at the pole of inaccessibility of the country's largest polygon, the
 * largest countries first.
 * @param language BCP 47 tag of the names
 * @param placeNames names of the story's places in any language: a country with such a name is left out
 */
export function countryNames(
	topology: Topology,
	language: string,
	placeNames: ReadonlySet<string>
): CountryName[] {
	const displayNames = new Intl.DisplayNames([language], { type: 'region' });
	const named = countriesOf(topology)
		.geometries.filter(isPolygon)
		.flatMap((country) => {
			const code = isoCountries.numericToAlpha2(String(country.id));
			const [largest] = cutAtAntimeridian(merge(topology, [country]))
				.coordinates.map((rings) => ({ rings, size: areaOf({ type: 'Polygon', coordinates: rings }) }))
				.sort((a, b) => b.size - a.size);
			const name = code && displayNames.of(code);
			return name && largest && !placeNames.has(name) ? [{ name, ...largest }] : [];
		});
	return named
		.sort((a, b) => b.size - a.size)
		.map(({ name, rings, size }): CountryName => {
			const [longitude, latitude] = polylabel(rings, LABEL_TOLERANCE);
			const rank = 1 + SIZES_OF_RANKS.filter((minSize) => size < minSize).length;
			return {
				type: 'Feature',
				geometry: { type: 'Point', coordinates: [longitude, latitude] },
				properties: { name, rank }
			};
		});
}

/** The object `provinces` of a region's topology: the borders between provinces. */
export const provincesOf = (topology: Topology): MultiLineString =>
	mesh(topology, topology.objects['provinces'] as GeometryCollection);
