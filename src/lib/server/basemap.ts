/**
 * The ground under the places, from the finest source that covers it: the story's own region (geo/basemap, optional),
 * Natural Earth 1:50m around the views, Natural Earth 1:110m for the rest of the world. Each tier is cut where a finer
 * one begins, so that nothing is drawn twice.
 */
import { bboxClip } from '@turf/bbox-clip';
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
import { createRequire } from 'node:module';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Basemap, Town } from '$lib/model';
import { localName, nameIn } from './names';

type Land = Feature<Polygon | MultiPolygon>;
type Lines = Feature<MultiLineString>;

export interface Region {
	topology: Topology;
	box: BBox;
}

export interface TownFeature {
	names: Record<string, string>;
	local?: string;
	rank: number;
}

const WORLD: BBox = [-180, -85, 180, 85];
const require = createRequire(import.meta.url);

interface Tier {
	land: Land[];
	borders: Lines;
}

function tierOf(topology: Topology, countries: string, borders?: string): Tier {
	const object = topology.objects[countries] as GeometryCollection;
	const lines = borders ? (topology.objects[borders] as GeometryCollection) : undefined;
	return {
		land: (feature(topology, object) as FeatureCollection<Polygon | MultiPolygon>).features,
		borders: lines ? asLines(mesh(topology, lines)) : asLines(mesh(topology, object, (a, b) => a !== b))
	};
}

const asLines = (geometry: MultiLineString): Lines => ({ type: 'Feature', properties: {}, geometry });

/** The world without a box, as the four boxes around it. */
function around([west, south, east, north]: BBox, outer: BBox): BBox[] {
	const [left, bottom, right, top] = outer;
	const boxes: BBox[] = [
		[left, bottom, west, top],
		[east, bottom, right, top],
		[west, bottom, east, south],
		[west, north, east, top]
	];
	return boxes.filter(([w, s, e, n]) => w < e && s < n);
}

/** Two decimals for the coarse tiers (1.1 km), four for the region (11 m): below what their sources know. */
function rounded(coordinates: Position[], decimals: number): Position[] {
	return coordinates
		.map((position) => position.map((degrees) => Number(degrees.toFixed(decimals))))
		.filter(([x, y], index, all) => index === 0 || x !== all[index - 1]?.[0] || y !== all[index - 1]?.[1]);
}

function clip(tier: Tier, boxes: BBox[], decimals: number): { land: Position[][][]; borders: Position[][] } {
	const land: Position[][][] = [];
	const borders: Position[][] = [];
	for (const box of boxes) {
		for (const country of tier.land) {
			const { geometry } = bboxClip(country, box) as Land;
			for (const rings of geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) {
				const kept = rings.map((ring) => rounded(ring, decimals)).filter((ring) => ring.length >= 4);
				if (kept.length > 0) land.push(kept);
			}
		}
		const { geometry } = bboxClip(tier.borders, box) as Feature<LineString | MultiLineString>;
		const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
		borders.push(...lines.map((line) => rounded(line, decimals)).filter((line) => line.length >= 2));
	}
	return { land, borders };
}

function intersection(a: BBox, b: BBox): BBox {
	return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])] as BBox;
}

const collection = <G extends Polygon | MultiPolygon | MultiLineString>(
	...geometries: G[]
): FeatureCollection<G> => ({
	type: 'FeatureCollection',
	features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry }))
});

/**
 * @param frame the box around all views, west, south, east, north
 * @param region the story's own tier, if it has one
 */
export function buildBasemap(
	frame: BBox,
	region: Region | undefined,
	towns: Feature<Point, TownFeature>[],
	language: string
): Basemap {
	const near = intersection(frame, WORLD);
	const far = tierOf(require('world-atlas/countries-110m.json') as Topology, 'countries');
	const middle = tierOf(require('world-atlas/countries-50m.json') as Topology, 'countries');
	const tiers = [clip(far, around(near, WORLD), 2)];
	if (region) {
		const box = intersection(region.box, near);
		tiers.push(
			clip(middle, around(box, near), 2),
			clip(tierOf(region.topology, 'countries', 'borders'), [box], 4)
		);
	} else {
		tiers.push(clip(middle, [near], 2));
	}
	const provinces = region
		? mesh(region.topology, region.topology.objects['provinces'] as GeometryCollection).coordinates
		: [];
	return {
		land: collection(
			...tiers.flatMap(({ land }) => land.map((coordinates): Polygon => ({ type: 'Polygon', coordinates })))
		),
		borders: collection({ type: 'MultiLineString', coordinates: tiers.flatMap(({ borders }) => borders) }),
		provinces: collection({
			type: 'MultiLineString',
			coordinates: provinces.map((line) => rounded(line, 3))
		}),
		towns: {
			type: 'FeatureCollection',
			features: towns.map(({ geometry, properties }) => ({
				type: 'Feature',
				geometry,
				properties: townOf(properties, language)
			}))
		}
	};
}

function townOf({ names, local, rank }: TownFeature, language: string): Town {
	const name = nameIn(names, language) ?? Object.values(names)[0] ?? '';
	return { name, local: localName(names, local, name), rank };
}
