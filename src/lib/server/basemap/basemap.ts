/**
 * The ground under the places: the world of Natural Earth 1:50m, as fine as it is near the views and coarse elsewhere, with
 * a hole where the story brings a finer region of its own (geo/basemap, optional). Land is one shape, its countries told
 * apart by the borders alone; each border is drawn once.
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
	topology: Topology;
	box: BBox;
}

export interface TownFeature {
	names: Record<string, string>;
	local?: string;
	rank: number;
}

/** 110 m: about what a region's sources know. */
const REGION_DECIMALS = 3;

/** Decimals of a degree whose last step is about a pixel of the closest view, `side` degrees wide. */
const worldDecimals = (side: number): number => Math.max(2, Math.ceil(-Math.log10(side / 400)));

function rounded(coordinates: Position[], decimals: number): Position[] {
	return coordinates
		.map((position) => position.map((degrees) => Number(degrees.toFixed(decimals))))
		.filter(([x, y], index, all) => index === 0 || x !== all[index - 1]?.[0] || y !== all[index - 1]?.[1]);
}

/** One polygon for each piece of land: MapLibre tells holes by their winding within a feature. */
function roundedLand({ coordinates }: MultiPolygon, decimals: number): Polygon[] {
	return coordinates.flatMap((rings) => {
		const kept = rings.map((ring) => rounded(ring, decimals)).filter((ring) => ring.length >= 4);
		return kept.length > 0 ? [{ type: 'Polygon', coordinates: kept }] : [];
	});
}

const roundedLines = (lines: Position[][], decimals: number): Position[][] =>
	lines.map((line) => rounded(line, decimals)).filter((line) => line.length >= 2);

/** Land without what lies in the box. */
function landAround(land: MultiPolygon, box: BBox): MultiPolygon {
	const hole = bboxPolygon(box);
	const [west, south, east, north] = box;
	const pieces = land.coordinates.flatMap((rings): Position[][][] => {
		const touches = rings[0]?.some((position) => {
			const [x, y] = lonLat(position);
			return x > west && x < east && y > south && y < north;
		});
		if (!touches) return [rings];
		const rest = difference(
			featureCollection<Polygon | MultiPolygon>([feature({ type: 'Polygon', coordinates: rings }), hole])
		);
		if (!rest) return [];
		return rest.geometry.type === 'Polygon' ? [rest.geometry.coordinates] : rest.geometry.coordinates;
	});
	return { type: 'MultiPolygon', coordinates: pieces };
}

/** Lines without what lies in the box: what is left in the four boxes around it. */
function linesAround(lines: MultiLineString, [west, south, east, north]: BBox): Position[][] {
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
 * @param near the box around all views: what lies in it keeps its detail
 * @param side how many degrees of longitude the first view shows
 * @param region the story's own finer tier, if it has one
 * @param known the names of the story's places, which are not named twice
 */
export function buildBasemap(
	near: BBox,
	side: number,
	region: Region | undefined,
	towns: Feature<Point, TownFeature>[],
	language: string,
	known: ReadonlySet<string>
): Basemap {
	// The region's edge must not be where the world turns coarse.
	const world = readWorld(region ? union([near, region.box]) : near, side);
	const decimals = worldDecimals(side);
	const land = landOf(world);
	const borders = bordersOf(world);
	return {
		land: collection(
			...roundedLand(region ? landAround(land, region.box) : land, decimals),
			...(region ? roundedLand(landOf(region.topology), REGION_DECIMALS) : [])
		),
		borders: collection({
			type: 'MultiLineString',
			coordinates: [
				...roundedLines(region ? linesAround(borders, region.box) : borders.coordinates, decimals),
				...(region ? roundedLines(bordersOf(region.topology).coordinates, REGION_DECIMALS) : [])
			]
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
			features: countryNames(world, language, known).map((country) => ({
				...country,
				geometry: {
					type: 'Point',
					coordinates: rounded([country.geometry.coordinates], decimals)[0] ?? []
				}
			}))
		}
	};
}

function townOf({ names, local, rank }: TownFeature, language: string): Town {
	const name = nameIn(names, language) ?? Object.values(names)[0] ?? '';
	return { name, local: localName(names, local, name), rank };
}
