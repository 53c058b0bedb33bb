/**
 * Checks the geometry of one place beyond its structure, which is check-geojson's: the layer's bounding box, outlines
 * that enclose something, their winding and crossing edges.
 */
import { area as areaOf } from '@turf/area';
import { booleanClockwise } from '@turf/boolean-clockwise';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { feature } from '@turf/helpers';
import { kinks } from '@turf/kinks';
import { length } from '@turf/length';
import type { Geometry, LineString, MultiPolygon, Point, Polygon, Position } from 'geojson';
import type { Report } from '../input/faults';
import type { LayerFile } from '../input/schema';

export type PlaceGeometry = Point | LineString | Polygon | MultiPolygon;
export type PlaceProperties = LayerFile['features'][number]['properties'];

const TYPES = ['Point', 'LineString', 'Polygon', 'MultiPolygon'];
/** Square metres: less is a slip of the hand. */
const SMALLEST_AREA = 1;
/** Of its precision: a line that is shorter might be rounded to a point. */
const SHORTEST_LINE = 0.2;
/** Metres, half around the world: both sides of a line are named every few kilometres. */
const LONGEST_LINE = 20_000_000;
/** Web Mercator ends there. */
const LAST_LATITUDE = 85.05;
const METRES_PER_DEGREE = 111_320;

export const isArea = (geometry: Geometry | null | undefined): geometry is Polygon | MultiPolygon =>
	geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';

export const ringsOf = (geometry: Polygon | MultiPolygon): Position[][][] =>
	geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

export function positionsOf(geometry: PlaceGeometry): Position[] {
	if (geometry.type === 'Point') return [geometry.coordinates];
	return geometry.type === 'LineString' ? geometry.coordinates : ringsOf(geometry).flat(2);
}

/** The geometry as it is given, or null where it cannot be drawn. */
export function checkedGeometry(
	geometry: PlaceGeometry | null,
	{ listed, precision }: PlaceProperties,
	bbox: LayerFile['bbox'],
	report: Report
): PlaceGeometry | null {
	if (!geometry) {
		if (!listed)
			report('has no geometry', null, 'Add one, or "listed": true for a region with no agreed outline.');
		return null;
	}
	if (listed)
		report(
			'is listed and has a geometry too',
			geometry.type,
			'Set the geometry to null, or remove "listed".'
		);
	if (!TYPES.includes(geometry.type)) {
		report('has a geometry that cannot be drawn', geometry.type, `Use one of ${TYPES.join(', ')}.`);
		return null;
	}
	if (precision === undefined) {
		report('does not say how precisely it is known', undefined, 'Add "precision", in metres.');
		return null;
	}
	if (!liesWithin(geometry, bbox, report) || !liesOnMap(geometry, precision, report)) return null;
	if (geometry.type === 'LineString' && !isLong(geometry, precision, report)) return null;
	return isArea(geometry) && !isOutline(geometry, report) ? null : geometry;
}

function liesWithin(
	geometry: PlaceGeometry,
	[west, south, east, north]: LayerFile['bbox'],
	report: Report
): boolean {
	const outside = positionsOf(geometry).find(
		([longitude = NaN, latitude = NaN]) =>
			!(longitude >= west && longitude <= east && latitude >= south && latitude <= north)
	);
	if (!outside) return true;
	const [longitude = NaN, latitude = NaN] = outside;
	const swapped = latitude >= west && latitude <= east && longitude >= south && longitude <= north;
	report(
		`lies outside the bbox of its layer, ${JSON.stringify([west, south, east, north])}`,
		outside,
		swapped
			? 'Longitude and latitude look swapped: longitude comes first.'
			: 'Correct the position, or the bbox.'
	);
	return false;
}

function liesOnMap(geometry: PlaceGeometry, precision: number, report: Report): boolean {
	const around = geometry.type === 'Point' ? precision / METRES_PER_DEGREE : 0;
	const beyond = positionsOf(geometry).find(
		([, latitude = NaN]) => !(Math.abs(latitude) + around <= LAST_LATITUDE)
	);
	if (beyond) {
		const mend = 'Leave out what lies there, or say a finer precision.';
		report(`reaches beyond ${LAST_LATITUDE} degrees of latitude, where the map ends`, beyond, mend);
		return false;
	}
	const lines =
		geometry.type === 'LineString'
			? [geometry.coordinates]
			: isArea(geometry)
				? ringsOf(geometry).flat()
				: [];
	const jump = lines
		.flatMap((line) => line.slice(1).map((position, index) => [line[index] ?? [], position]))
		// From edge to edge it is the side of an area that goes all around, as a box does.
		.find(([[from = 0] = [], [to = 0] = []]) => Math.abs(to - from) > 180 && Math.abs(to - from) < 360);
	if (!jump) return true;
	const mend = 'Cut it at 180 degrees in two (RFC 7946, 3.1.9).';
	report('crosses the antimeridian, and would be drawn all around the world', jump, mend);
	return false;
}

function isLong(line: LineString, precision: number, report: Report): boolean {
	const metres = length(feature(line), { units: 'meters' });
	if (metres > LONGEST_LINE) {
		const kilometres = Math.round(metres / 1000);
		report(`is a line of ${kilometres} km, more than half around the world`, undefined, 'Make it shorter.');
		return false;
	}
	if (metres >= precision * SHORTEST_LINE) return true;
	report(
		`is a line of ${Math.round(metres)} m, too short for its precision of ${precision} m`,
		line.coordinates,
		'Give the positions along which it runs, or a finer precision.'
	);
	return false;
}

/** The first of its polygons that encloses nothing. */
export const emptyOf = (geometry: Polygon | MultiPolygon): Position[][] | undefined =>
	ringsOf(geometry).find((coordinates) => areaOf({ type: 'Polygon', coordinates }) < SMALLEST_AREA);

function isOutline(geometry: Polygon | MultiPolygon, report: Report): boolean {
	// First: the halves of an outline that crosses itself may add up to no area, or to the wrong winding.
	const [crossing] = kinks(geometry).features;
	if (crossing) {
		report('has an outline that crosses itself', crossing.geometry.coordinates, 'Mend the outline there.');
		return false;
	}
	const polygons = ringsOf(geometry);
	const empty = emptyOf(geometry);
	if (empty || polygons.length === 0) {
		const mend = 'Give the positions around it, or remove that outline.';
		report('has an outline that encloses nothing', empty ?? polygons, mend);
		return false;
	}
	const outside = polygons.flatMap(([outer = [], ...holes]) =>
		holes.filter(([start = []]) => !booleanPointInPolygon(start, { type: 'Polygon', coordinates: [outer] }))
	);
	for (const [start] of outside)
		report('has a hole outside its outline', start, 'Make a polygon of its own of it, or remove it.');
	const wrong = polygons.flatMap((rings) =>
		rings.filter((ring, index) => booleanClockwise(ring) === (index === 0)).slice(0, 1)
	);
	for (const [start] of wrong)
		report(
			'has a ring wound the wrong way (RFC 7946, 3.1.6)',
			start,
			'Outer rings run counter-clockwise, holes clockwise.'
		);
	return true;
}
