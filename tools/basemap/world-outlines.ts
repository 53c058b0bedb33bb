/** Outlines of whole countries far from the border: Natural Earth, 1:50m. */
import {
	geometryOf,
	outerRings,
	polygonsOf,
	round,
	roundLine,
	segmentsOf,
	withoutRepeats,
	type MultiPolygon,
	type Polygon
} from './lines.ts';
import { readPackageJson } from './packages.ts';
import { area, type Position } from './planar.ts';
import { simplifyTopology } from './simplify.ts';
import { countryPolygons, type CountryTopology } from './topology.ts';

const RUSSIA = '643';
const RUSSIA_DECIMALS = 2;
/** Square kilometres. */
const SMALLEST_ISLAND = 5000;

const readWorld = (): CountryTopology => readPackageJson('world-atlas', 'countries-50m.json');

export const worldOutline = (id: string): Polygon | MultiPolygon =>
	geometryOf(roundedPolygons(readWorld(), id, 3));

/**
 * Simplified: finer in the west, where it borders on other places of the story. Without Crimea, which this edition of
 * Natural Earth draws as Russian and the OpenStreetMap outlines as Ukrainian.
 */
export function russiaOutline(): Polygon | MultiPolygon {
	const sideAt = ([longitude, latitude]: Position): number =>
		(longitude > 18 && longitude < 42) || latitude > 78 ? 5 : 25;
	const isInCrimea = ([longitude, latitude]: Position): boolean =>
		longitude > 32 && longitude < 37 && latitude < 46.3;
	const polygons = roundedPolygons(simplifyTopology(readWorld(), sideAt), RUSSIA, RUSSIA_DECIMALS);
	const kept = outerRings(polygonsOf(geometryOf(polygons)))
		.filter((ring) => !ring.every(isInCrimea))
		.flatMap(cutAtAntimeridian)
		.filter((ring) => area(ring) > SMALLEST_ISLAND);
	return geometryOf(kept.map((ring) => [ring]));
}

const roundedPolygons = (world: CountryTopology, id: string, decimals: number): Position[][][] =>
	countryPolygons(world, id).map((rings) => rings.map((ring) => roundLine(ring, decimals)));

/** A ring that runs across 180 degrees becomes one on each side (RFC 7946, 3.1.9). */
function cutAtAntimeridian(ring: Position[]): Position[][] {
	if (!segmentsOf(ring).some(([start, end]) => Math.abs(end[0] - start[0]) > 180)) return [ring];
	const unwound = ring.map(([x, y]): Position => [x < 0 ? x + 360 : x, y]);
	const east = partOf(unwound, (longitude) => longitude > 180);
	return [
		partOf(unwound, (longitude) => longitude <= 180),
		east.map(([x, y]) => [round(x - 360, RUSSIA_DECIMALS), y])
	];
}

/** The ring on one side of 180 degrees, closed along that meridian. */
function partOf(ring: Position[], isKept: (longitude: number) => boolean): Position[] {
	const part: Position[] = [];
	for (const [[x1, y1], [x2, y2]] of segmentsOf(ring)) {
		if (isKept(x1)) part.push([x1, y1]);
		if (isKept(x1) !== isKept(x2))
			part.push([180, round(y1 + ((y2 - y1) * (180 - x1)) / (x2 - x1), RUSSIA_DECIMALS)]);
	}
	return withoutRepeats([...part, ...part.slice(0, 1)]);
}
