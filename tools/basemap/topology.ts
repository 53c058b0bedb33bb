/** Topologies, in which neighbours share their arcs: the outline of one area, and the lines between two. */
import type { Feature } from 'geojson';
import type {
	GeometryCollection,
	MultiLineString as ArcLines,
	MultiPolygon as ArcMultiPolygon,
	Polygon as ArcPolygon,
	Topology
} from 'topojson-specification';
import { polygonsOf, type MultiPolygon, type Polygon } from './lines.ts';
import { loadPackage } from './packages.ts';
import type { Position } from './planar.ts';

export type Area<Properties extends object> = (ArcPolygon<Properties> | ArcMultiPolygon<Properties>) & {
	properties: Properties;
};

export interface Areas<Properties extends object> extends GeometryCollection<Properties> {
	geometries: Area<Properties>[];
}

export interface PlainTopology extends Topology {
	arcs: Position[][];
}

/** Each country has as its id the numeric code of ISO 3166-1. */
export interface CountryTopology extends PlainTopology {
	objects: { countries: Areas<{ name: string }> };
}

export const BELARUS = '112';
export const POLAND = '616';

/** Two areas that meet along an arc. At a coast both are the same one. */
type IsChosen<Properties extends object> = (a: Area<Properties>, b: Area<Properties>) => boolean;

interface TopojsonClient {
	feature(topology: Topology, area: Area<object>): Feature<Polygon | MultiPolygon>;
	mesh<P extends object>(
		topology: Topology,
		areas: Areas<P>,
		isChosen: IsChosen<P>
	): { coordinates: Position[][] };
	meshArcs<P extends object>(topology: Topology, areas: Areas<P>, isChosen: IsChosen<P>): ArcLines;
}

const topojson = (): TopojsonClient => loadPackage<TopojsonClient>('topojson-client');

/** The lines where two areas meet, as positions. */
export const linesBetween = <P extends object>(
	topology: Topology,
	areas: Areas<P>,
	isChosen: IsChosen<P>
): Position[][] => topojson().mesh(topology, areas, isChosen).coordinates;

/** The same lines, as the arcs that the areas are made of. */
export const arcsBetween = <P extends object>(
	topology: Topology,
	areas: Areas<P>,
	isChosen: IsChosen<P>
): ArcLines => topojson().meshArcs(topology, areas, isChosen);

export function countryPolygons(topology: CountryTopology, id: string): Position[][][] {
	const country = topology.objects.countries.geometries.find((area) => area.id === id);
	if (!country) throw new Error(`The outlines have no country ${id}.`);
	return polygonsOf(topojson().feature(topology, country).geometry);
}

/** Whether two countries are Belarus and Poland, whose border is a place of the story. */
export const areBelarusAndPoland: IsChosen<object> = (a, b) =>
	a.id !== b.id && [a, b].every(({ id }) => id === BELARUS || id === POLAND);

export function borderOfBelarusAndPoland(topology: CountryTopology): Position[] {
	const lines = linesBetween(topology, topology.objects.countries, areBelarusAndPoland);
	const [line, ...others] = lines;
	if (!line || others.length > 0) throw new Error(`The border is in ${lines.length} pieces, not one.`);
	return line;
}
