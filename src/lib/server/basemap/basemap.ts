/**
 * The basemap under the places: Natural Earth 1:50m, replaced by the story's own finer region (geo/basemap,
 * optional) in its bounding box. Countries are drawn as land and lines between them, so that each border is
 * drawn once.
 */
import { bboxClip, bboxPolygon, difference, feature, featureCollection } from '@turf/turf';
import type {
	BBox,
	Feature,
	FeatureCollection,
	LineString,
	MultiLineString,
	MultiPolygon,
	Point,
	Polygon,
	Position
} from 'geojson';
import type { Topology } from 'topojson-specification';
import { union } from '$lib/geo/mercator';
import type { Basemap, Town } from '$lib/model/drawing';
import { localName, nameIn } from '../places/names';
import { bordersOf, countryNames, landOf, provincesOf, readWorld } from './world';
import { lonLat } from '$lib/geo/position';

export interface Region {
	/** With the objects `countries`, `borders` and `provinces`. */
	topology: Topology;
	box: BBox;
}

/** The properties of a town in geo/basemap/towns.geojson. */
export interface TownFeature {
	names: Record<string, string>;
	/** Which of the names is the one used in the town itself. */
	local?: string;
	/** 1 to 6; 1 appears at the lowest zoom. */
	rank: number;
}

/** Decimals of a degree: the last one is about 110 m, the accuracy of a region's sources. */
const REGION_DECIMALS = 3;

/** Decimals of a degree whose last digit is at most a pixel of the first view (`side` degrees in 400 px). */
const worldDecimals = (side: number): number => Math.max(2, Math.ceil(-Math.log10(side / 400)));

/** Leaves out positions that are equal to the one before after rounding. */
function rounded(coordinates: Position[], decimals: number): Position[] {
	return coordinates
		.map((position) => position.map((degrees) => Number(degrees.toFixed(decimals))))
		.filter(([x, y], index, all) => index === 0 || x !== all[index - 1]?.[0] || y !== all[index - 1]?.[1]);
}

/**
 * One Polygon for each polygon of the land. In a MultiPolygon MapLibre would tell holes from outer rings by
 * their winding, and rings of world-atlas and rings cut by Turf are wound differently.
 */
function roundedLand({ coordinates }: MultiPolygon, decimals: number): Polygon[] {
	return coordinates.flatMap((rings) => {
		const roundedRings = rings.map((ring) => rounded(ring, decimals)).filter((ring) => ring.length >= 4);
		return roundedRings.length > 0 ? [{ type: 'Polygon', coordinates: roundedRings }] : [];
	});
}

const roundedLines = (lines: Position[][], decimals: number): Position[][] =>
	lines.map((line) => rounded(line, decimals)).filter((line) => line.length >= 2);

/** The land without the part in the box. A polygon whose outer ring has no vertex in the box is kept. */
function landOutside(land: MultiPolygon, box: BBox): MultiPolygon {
	const hole = bboxPolygon(box);
	const [west, south, east, north] = box;
	const pieces = land.coordinates.flatMap((rings): Position[][][] => {
		const hasVertexInBox = rings[0]?.some((position) => {
			const [longitude, latitude] = lonLat(position);
			return longitude > west && longitude < east && latitude > south && latitude < north;
		});
		if (!hasVertexInBox) return [rings];
		const rest = difference(
			featureCollection<Polygon | MultiPolygon>([feature({ type: 'Polygon', coordinates: rings }), hole])
		);
		if (!rest) return [];
		return rest.geometry.type === 'Polygon' ? [rest.geometry.coordinates] : rest.geometry.coordinates;
	});
	return { type: 'MultiPolygon', coordinates: pieces };
}

/** The lines without their parts in the box: clipped to the four boxes around it. */
function linesOutside(lines: MultiLineString, [west, south, east, north]: BBox): Position[][] {
	const boxes: BBox[] = [
		[-180, -90, west, 90],
		[east, -90, 180, 90],
		[west, -90, east, south],
		[west, north, east, 90]
	];
	return boxes.flatMap((box) => {
		const { geometry } = bboxClip(feature(lines), box) as Feature<LineString | MultiLineString>;
		return geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
	});
}

const collection = <G extends Polygon | MultiPolygon | MultiLineString>(
	...geometries: G[]
): FeatureCollection<G> => ({
	type: 'FeatureCollection',
	features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry }))
});

/**
 * The basemap of a story: Natural Earth, with the story's region in it if there is one.
 * @param views the bounding box of all views: land and borders in it keep their detail
 * @param side the width of the first view in degrees of longitude
 * @param language BCP 47 tag of the names of towns and countries
 * @param placeNames names of the story's places: countries with such a name are not named again
 */
export function buildBasemap(
	views: BBox,
	side: number,
	region: Region | undefined,
	towns: Feature<Point, TownFeature>[],
	language: string,
	placeNames: ReadonlySet<string>
): Basemap {
	// With the region in it, because a coarse world just outside the region would show where the two meet.
	const world = readWorld(region ? union([views, region.box]) : views, side);
	const decimals = worldDecimals(side);
	return {
		land: collection(...landWithRegion(world, decimals, region)),
		borders: collection({
			type: 'MultiLineString',
			coordinates: bordersWithRegion(world, decimals, region)
		}),
		provinces: collection({
			type: 'MultiLineString',
			coordinates: region ? roundedLines(provincesOf(region.topology).coordinates, REGION_DECIMALS) : []
		}),
		towns: {
			type: 'FeatureCollection',
			features: towns.map(({ geometry, properties }) => ({
				type: 'Feature',
				geometry,
				properties: townOf(properties, language)
			}))
		},
		countries: {
			type: 'FeatureCollection',
			features: countryNames(world, language, placeNames).map((country) => ({
				...country,
				geometry: {
					type: 'Point',
					coordinates: rounded([country.geometry.coordinates], decimals)[0] ?? []
				}
			}))
		}
	};
}

function landWithRegion(world: Topology, decimals: number, region: Region | undefined): Polygon[] {
	const land = landOf(world);
	if (!region) return roundedLand(land, decimals);
	return [
		...roundedLand(landOutside(land, region.box), decimals),
		...roundedLand(landOf(region.topology), REGION_DECIMALS)
	];
}

function bordersWithRegion(world: Topology, decimals: number, region: Region | undefined): Position[][] {
	const borders = bordersOf(world);
	if (!region) return roundedLines(borders.coordinates, decimals);
	return [
		...roundedLines(linesOutside(borders, region.box), decimals),
		...roundedLines(bordersOf(region.topology).coordinates, REGION_DECIMALS)
	];
}

/** The town with its name in the language of the story, or else with the first of its names. */
function townOf({ names, local, rank }: TownFeature, language: string): Town {
	const name = nameIn(names, language) ?? Object.values(names)[0] ?? '';
	return { name, local: localName(names, local, name), rank };
}
