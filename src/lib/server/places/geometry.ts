/**
 * Checks the geometry of one place beyond its structure, which is check-geojson's: the layer's bounding box, outlines
 * that enclose something, their winding and crossing edges.
 */
import { area as areaOf, booleanClockwise, booleanPointInPolygon, feature, kinks, length } from '@turf/turf';
import type { Geometry, LineString, MultiPolygon, Point, Polygon, Position } from 'geojson';
import type { Finding } from '../input/faults';
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
export function checkGeometry(
	geometry: PlaceGeometry | null,
	{ listed, precision }: PlaceProperties,
	bbox: LayerFile['bbox']
): { geometry: PlaceGeometry | null; findings: Finding[] } {
	if (!geometry) {
		const mend = 'Add one, or "listed": true for a region with no agreed outline.';
		return { geometry: null, findings: listed ? [] : [{ fault: 'has no geometry', found: null, mend }] };
	}
	const findings: Finding[] = [];
	if (listed)
		findings.push({
			fault: 'is listed and has a geometry too',
			found: geometry.type,
			mend: 'Set the geometry to null, or remove "listed".'
		});
	const stops = stopsDrawing(geometry, precision, bbox);
	if (stops.length > 0) return { geometry: null, findings: [...findings, ...stops] };
	const faulty = isArea(geometry) ? checkRings(geometry) : [];
	return { geometry, findings: [...findings, ...faulty] };
}

/** The first reason for which a geometry cannot be drawn at all: the checks after it would fail on it. */
function stopsDrawing(
	geometry: PlaceGeometry,
	precision: number | undefined,
	bbox: LayerFile['bbox']
): Finding[] {
	if (!TYPES.includes(geometry.type)) {
		const mend = `Use one of ${TYPES.join(', ')}.`;
		return [{ fault: 'has a geometry that cannot be drawn', found: geometry.type, mend }];
	}
	if (precision === undefined) {
		const fault = 'does not say how precisely it is known';
		return [{ fault, found: undefined, mend: 'Add "precision", in metres.' }];
	}
	const stop =
		outsideBbox(geometry, bbox) ??
		outsideMap(geometry, precision) ??
		(geometry.type === 'LineString' ? wrongLength(geometry, precision) : undefined) ??
		(isArea(geometry) ? noOutline(geometry) : undefined);
	return stop ? [stop] : [];
}

function outsideBbox(
	geometry: PlaceGeometry,
	[west, south, east, north]: LayerFile['bbox']
): Finding | undefined {
	const found = positionsOf(geometry).find(
		([longitude = NaN, latitude = NaN]) =>
			!(longitude >= west && longitude <= east && latitude >= south && latitude <= north)
	);
	if (!found) return undefined;
	const [longitude = NaN, latitude = NaN] = found;
	const swapped = latitude >= west && latitude <= east && longitude >= south && longitude <= north;
	return {
		fault: `lies outside the bbox of its layer, ${JSON.stringify([west, south, east, north])}`,
		found,
		mend: swapped
			? 'Longitude and latitude look swapped: longitude comes first.'
			: 'Correct the position, or the bbox.'
	};
}

function outsideMap(geometry: PlaceGeometry, precision: number): Finding | undefined {
	const around = geometry.type === 'Point' ? precision / METRES_PER_DEGREE : 0;
	const beyond = positionsOf(geometry).find(
		([, latitude = NaN]) => !(Math.abs(latitude) + around <= LAST_LATITUDE)
	);
	if (beyond)
		return {
			fault: `reaches beyond ${LAST_LATITUDE} degrees of latitude, where the map ends`,
			found: beyond,
			mend: 'Leave out what lies there, or say a finer precision.'
		};
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
	return (
		jump && {
			fault: 'crosses the antimeridian, and would be drawn all around the world',
			found: jump,
			mend: 'Cut it at 180 degrees in two (RFC 7946, 3.1.9).'
		}
	);
}

function wrongLength(line: LineString, precision: number): Finding | undefined {
	const metres = length(feature(line), { units: 'meters' });
	if (metres > LONGEST_LINE)
		return {
			fault: `is a line of ${Math.round(metres / 1000)} km, more than half around the world`,
			found: undefined,
			mend: 'Make it shorter.'
		};
	if (metres >= precision * SHORTEST_LINE) return undefined;
	return {
		fault: `is a line of ${Math.round(metres)} m, too short for its precision of ${precision} m`,
		found: line.coordinates,
		mend: 'Give the positions along which it runs, or a finer precision.'
	};
}

/** The first of its polygons that encloses nothing. */
export const emptyOf = (geometry: Polygon | MultiPolygon): Position[][] | undefined =>
	ringsOf(geometry).find((coordinates) => areaOf({ type: 'Polygon', coordinates }) < SMALLEST_AREA);

function noOutline(geometry: Polygon | MultiPolygon): Finding | undefined {
	// First: the halves of an outline that crosses itself may add up to no area, or to the wrong winding.
	const [crossing] = kinks(geometry).features;
	if (crossing)
		return {
			fault: 'has an outline that crosses itself',
			found: crossing.geometry.coordinates,
			mend: 'Mend the outline there.'
		};
	const polygons = ringsOf(geometry);
	const empty = emptyOf(geometry);
	if (!empty && polygons.length > 0) return undefined;
	return {
		fault: 'has an outline that encloses nothing',
		found: empty ?? polygons,
		mend: 'Give the positions around it, or remove that outline.'
	};
}

/** Rings that can be drawn, but are not as RFC 7946 wants them. */
function checkRings(geometry: Polygon | MultiPolygon): Finding[] {
	const polygons = ringsOf(geometry);
	const outside = polygons.flatMap(([outer = [], ...holes]) =>
		holes.filter(([start = []]) => !booleanPointInPolygon(start, { type: 'Polygon', coordinates: [outer] }))
	);
	const wrong = polygons.flatMap((rings) =>
		rings.filter((ring, index) => booleanClockwise(ring) === (index === 0)).slice(0, 1)
	);
	return [
		...outside.map(([found]) => ({
			fault: 'has a hole outside its outline',
			found,
			mend: 'Make a polygon of its own of it, or remove it.'
		})),
		...wrong.map(([found]) => ({
			fault: 'has a ring wound the wrong way (RFC 7946, 3.1.6)',
			found,
			mend: 'Outer rings run counter-clockwise, holes clockwise.'
		}))
	];
}
