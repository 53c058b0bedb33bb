/** TopoJSON to land and lines, and the world of Natural Earth, thinned where the story does not look. */
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
 * The smallest wiggle that is kept near the views is a 200th of the first one's side. It doubles with every degree away
 * from them, so that no step from fine to coarse shows, up to a triangle of so many square degrees, some 45 km wide.
 */
const WIGGLES = 200;
const FAR_WIGGLE = 0.12;

/**
 * Natural Earth draws the line across the neck of Crimea as a border between Russia and Ukraine. It is no border here
 * (United Nations General Assembly resolution 68/262): of theirs, only what lies north of it is drawn.
 */
const RUSSIA = '643';
const UKRAINE = '804';
const NORTH_OF_CRIMEA: BBox = [-180, 46.4, 180, 90];

/** Natural Earth 1:50m, thinned outside `near`; borders stay shared. */
export function readWorld(near: BBox, side: number): Topology {
	const wiggle = (side / WIGGLES) ** 2;
	const topology = presimplify(require('world-atlas/countries-50m.json') as Topology<Objects<object>>);
	const arcs = topology.arcs.map((arc) =>
		arc
			.filter((position) => {
				// presimplify() gives each position its weight, the area that goes when it is left out.
				const [, , weight = Infinity] = position;
				return weight >= wiggle * 2 ** degreesOutside(near, position) || weight >= FAR_WIGGLE;
			})
			.map((position) => position.slice(0, 2))
	);
	return { ...topology, arcs };
}

/**
 * world-atlas has its rings stitched across the antimeridian, and one around the south pole. A flat map needs them cut at
 * 180 degrees; Antarctica is left out.
 */
function cutAtAntimeridian(land: MultiPolygon): MultiPolygon {
	const pieces = land.coordinates.flatMap((rings): Position[][][] => {
		const unwound = rings.map(unwind);
		const outer = unwound[0] ?? [];
		if (outer[0]?.[0] !== outer.at(-1)?.[0]) return [];
		const longitudes = outer.map((position) => lonLat(position)[0]);
		if (Math.max(...longitudes) <= 180 && Math.min(...longitudes) >= -180) return [unwound];
		return [-360, 0, 360].flatMap((turn) => {
			const piece = bboxClip(feature({ type: 'Polygon', coordinates: unwound }), [
				turn - 180,
				-90,
				turn + 180,
				90
			]);
			const cut = (piece.geometry as Polygon).coordinates.filter((ring) => ring.length >= 4);
			return cut.length > 0 ? [cut.map((ring) => ring.map((position) => turned(position, -turn)))] : [];
		});
	});
	return { type: 'MultiPolygon', coordinates: pieces };
}

function turned(position: Position, degrees: number): Position {
	const [longitude, latitude] = lonLat(position);
	return [longitude + degrees, latitude];
}

/** Goes on beyond 180 degrees where a ring crosses it. */
function unwind(ring: Position[]): Position[] {
	let turn = 0;
	return ring.map((position, index) => {
		const [longitude] = lonLat(position);
		const [before] = lonLat(ring[index - 1] ?? position);
		if (longitude - before > 180) turn -= 360;
		if (longitude - before < -180) turn += 360;
		return turned(position, turn);
	});
}

type CountryName = Feature<Point, { name: string; rank: number }>;

/** Square metres from which a country's name has room one zoom earlier. */
const RANKS = [2e12, 5e11, 1.2e11, 3e10, 5e9];

const countriesOf = (topology: Topology): GeometryCollection =>
	topology.objects['countries'] as GeometryCollection;

const isPolygon = (geometry: GeometryObject): geometry is TopoPolygon | TopoMultiPolygon =>
	geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';

export const landOf = (topology: Topology): MultiPolygon =>
	cutAtAntimeridian(merge(topology, countriesOf(topology).geometries.filter(isPolygon)));

/** The topology's own `borders`, or what its countries share. */
export function bordersOf(topology: Topology): MultiLineString {
	const own = topology.objects['borders'];
	if (own) return mesh(topology, own as GeometryObject<object>);
	const isTheirs = (a: GeometryObject, b: GeometryObject): boolean =>
		[a.id, b.id].includes(RUSSIA) && [a.id, b.id].includes(UKRAINE);
	const others = mesh(topology, countriesOf(topology), (a, b) => a !== b && !isTheirs(a, b));
	const theirs = bboxClip(
		feature(mesh(topology, countriesOf(topology), (a, b) => a !== b && isTheirs(a, b))),
		NORTH_OF_CRIMEA
	);
	const { coordinates, type } = theirs.geometry as LineString | MultiLineString;
	return {
		type: 'MultiLineString',
		coordinates: [...others.coordinates, ...(type === 'LineString' ? [coordinates] : coordinates)]
	};
}

/**
 * The names of countries in a language, each in the middle of its largest part; the largest countries rank first, from 1.
 * @param known names that the story's own places bear already, in any language
 */
export function countryNames(
	topology: Topology,
	language: string,
	known: ReadonlySet<string>
): CountryName[] {
	const display = new Intl.DisplayNames([language], { type: 'region' });
	const sized = countriesOf(topology)
		.geometries.filter(isPolygon)
		.flatMap((country) => {
			const code = isoCountries.numericToAlpha2(String(country.id));
			const [largest] = cutAtAntimeridian(merge(topology, [country]))
				.coordinates.map((rings) => ({ rings, size: areaOf({ type: 'Polygon', coordinates: rings }) }))
				.sort((a, b) => b.size - a.size);
			const name = code && display.of(code);
			return name && largest && !known.has(name) ? [{ name, ...largest }] : [];
		});
	return sized
		.sort((a, b) => b.size - a.size)
		.map(({ name, rings, size }): CountryName => {
			const [longitude, latitude] = polylabel(rings, 0.1);
			const rank = 1 + RANKS.filter((least) => size < least).length;
			return {
				type: 'Feature',
				geometry: { type: 'Point', coordinates: [longitude, latitude] },
				properties: { name, rank }
			};
		});
}

export const provincesOf = (topology: Topology): MultiLineString =>
	mesh(topology, topology.objects['provinces'] as GeometryCollection);
