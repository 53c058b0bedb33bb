/** TopoJSON to land and lines, and the world of Natural Earth, thinned where the story does not look. */
import { bboxClip } from '@turf/bbox-clip';
import { feature } from '@turf/helpers';
import type { BBox, LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { createRequire } from 'node:module';
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

const require = createRequire(import.meta.url);

/** Square degrees of the smallest wiggle that is kept: a triangle side of about 3 km near the views, 45 km far away. */
const NEAR_WIGGLE = 0.0005;
const FAR_WIGGLE = 0.12;

/**
 * Natural Earth draws the line across the neck of Crimea as a border between Russia and Ukraine. It is no border here
 * (United Nations General Assembly resolution 68/262): of theirs, only what lies north of it is drawn.
 */
const RUSSIA = '643';
const UKRAINE = '804';
const NORTH_OF_CRIMEA: BBox = [-180, 46.4, 180, 90];

/** Natural Earth 1:50m; positions outside `near` are thinned hard, borders stay shared. */
export function readWorld([west, south, east, north]: BBox): Topology {
	const topology = presimplify(require('world-atlas/countries-50m.json') as Topology<Objects<object>>);
	const arcs = topology.arcs.map((arc) =>
		arc
			.filter(([x = 0, y = 0, weight = Infinity]) => {
				const inside = x > west && x < east && y > south && y < north;
				return weight >= (inside ? NEAR_WIGGLE : FAR_WIGGLE);
			})
			.map(([x = 0, y = 0]) => [x, y])
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
		const longitudes = outer.map(([longitude = 0]) => longitude);
		if (Math.max(...longitudes) <= 180 && Math.min(...longitudes) >= -180) return [unwound];
		return [-360, 0, 360].flatMap((turn) => {
			const piece = bboxClip(feature({ type: 'Polygon', coordinates: unwound }), [
				turn - 180,
				-90,
				turn + 180,
				90
			]);
			const cut = (piece.geometry as Polygon).coordinates.filter((ring) => ring.length >= 4);
			return cut.length > 0 ? [cut.map((ring) => ring.map(([x = 0, y = 0]) => [x - turn, y]))] : [];
		});
	});
	return { type: 'MultiPolygon', coordinates: pieces };
}

/** Goes on beyond 180 degrees where a ring crosses it. */
function unwind(ring: Position[]): Position[] {
	let turn = 0;
	let before = ring[0]?.[0] ?? 0;
	return ring.map(([longitude = 0, latitude = 0]) => {
		if (longitude - before > 180) turn -= 360;
		if (longitude - before < -180) turn += 360;
		before = longitude;
		return [longitude + turn, latitude];
	});
}

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

export const provincesOf = (topology: Topology): MultiLineString =>
	mesh(topology, topology.objects['provinces'] as GeometryCollection);
