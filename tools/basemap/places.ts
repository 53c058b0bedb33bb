/**
 * Makes the geometries of those places in geo/*.geojson that come from packages. Everything else in those files (ids,
 * names, notes, points placed by hand) stays as it is.
 */
import { placeIn, pretty, readGeo, writeGeo, type Layer } from './geo-files.ts';
import {
	endsOf,
	geometryOf,
	isSame,
	largest,
	outerRings,
	polygonsOf,
	roundLine,
	withoutRepeats,
	type LineString,
	type MultiPolygon,
	type Polygon
} from './lines.ts';
import { area, isInside, type Position } from './planar.ts';
import { provinceLines } from './province-lines.ts';
import {
	BELARUS,
	borderOfBelarusAndPoland,
	countryPolygons,
	POLAND,
	type CountryTopology
} from './topology.ts';
import { russiaOutline, worldOutline } from './world-outlines.ts';

type PlaceGeometry = LineString | Polygon | MultiPolygon;

const CITY_OF_GRODNO: Position = [23.83, 53.68];

/** Those of the region's own topology share every position of the border. */
export function makePlaces(): void {
	const region = readGeo<CountryTopology>('basemap/region.topojson');
	const belarus = regionOutline(region, BELARUS);
	const poland = regionOutline(region, POLAND);
	const [syria, iraq, turkey] = [worldOutline('760'), worldOutline('368'), worldOutline('792')];
	const [germany, russia] = [worldOutline('276'), russiaOutline()];
	replace('border-camp.geojson', { 'grodno-region': grodnoRegion(belarus) });
	replace('border.geojson', { border: borderLine(region) });
	replace('origin-countries.geojson', { syria, iraq, turkey });
	replace('other-places.geojson', { belarus, poland, germany, russia });
}

function replace(file: string, geometries: Record<string, PlaceGeometry>): void {
	const layer = readGeo<Layer<PlaceGeometry>>(file);
	for (const [id, geometry] of Object.entries(geometries)) placeIn(layer, id).geometry = geometry;
	writeGeo(file, pretty(layer));
}

const regionOutline = (region: CountryTopology, id: string): Polygon | MultiPolygon =>
	geometryOf(outerRings(countryPolygons(region, id)).map((ring) => [roundLine(ring, 5)]));

/** From north to south. */
function borderLine(region: CountryTopology): LineString {
	const line = borderOfBelarusAndPoland(region);
	const [start, end] = endsOf(line);
	const southward = start[1] < end[1] ? [...line].reverse() : line;
	return { type: 'LineString', coordinates: roundLine(southward, 5) };
}

/** The outline of Belarus, cut along the line between the Grodno region and its neighbours. */
function grodnoRegion(belarus: Polygon | MultiPolygon): Polygon | MultiPolygon {
	const outline = largest(outerRings(polygonsOf(belarus))).slice(1);
	const lines = provinceLines('BLR', outline, (a, b) => (a === 'Grodno') !== (b === 'Grodno'));
	const [limit, ...others] = lines;
	if (!limit || others.length > 0)
		throw new Error(`The limit of the Grodno region is in ${lines.length} pieces, not one.`);
	const [smaller] = [outline, [...outline].reverse()]
		.map((ring) => closedAlong(ring, limit))
		.filter((ring) => isInside(CITY_OF_GRODNO, ring))
		.sort((a, b) => area(a) - area(b));
	return geometryOf(smaller ? [[smaller]] : []);
}

/** The line, and from its end along the ring back to its start. */
function closedAlong(ring: Position[], line: Position[]): Position[] {
	const [start, end] = endsOf(line);
	const from = ring.findIndex((position) => isSame(position, end));
	const to = ring.findIndex((position) => isSame(position, start));
	const along = from < to ? ring.slice(from, to + 1) : [...ring.slice(from), ...ring.slice(0, to + 1)];
	return withoutRepeats([...line, ...along]);
}
