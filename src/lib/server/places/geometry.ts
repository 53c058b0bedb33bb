/**
 * Checks that the geometry of one place can be drawn: inside its bbox and the map, not too short, with outlines
 * that are right. Its structure has been checked before (input/parse.ts).
 */
import { area as areaOf, booleanClockwise, booleanPointInPolygon, feature, kinks, length } from '@turf/turf';
import type { Geometry, LineString, MultiPolygon, Point, Polygon, Position } from 'geojson';
import type { Finding } from '../input/faults';
import type { LayerFile } from '../input/layer-schema';

export type PlaceGeometry = Point | LineString | Polygon | MultiPolygon;
export type PlaceProperties = LayerFile['features'][number]['properties'];

const DRAWABLE_TYPES = ['Point', 'LineString', 'Polygon', 'MultiPolygon'];
/** Square metres. A smaller polygon is taken to be a mistake. */
const MIN_AREA = 1;
/** As a share of the precision. Rounding could make a shorter line a single point. */
const MIN_LENGTH_SHARE = 0.2;
/** Metres, half the Earth's circumference. Both sides of a line are labelled every few kilometres. */
const MAX_LENGTH = 20_000_000;
/** Degrees. The map is in Web Mercator, which ends just beyond. */
const MAX_LATITUDE = 85.05;
/** Of latitude. */
const METRES_PER_DEGREE = 111_320;

export const isArea = (geometry: Geometry | null | undefined): geometry is Polygon | MultiPolygon =>
	geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';

/** The coordinates of each polygon: its outer ring first, then its holes. */
export const polygonsOf = (geometry: Polygon | MultiPolygon): Position[][][] =>
	geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

export function positionsOf(geometry: PlaceGeometry): Position[] {
	if (geometry.type === 'Point') return [geometry.coordinates];
	return geometry.type === 'LineString' ? geometry.coordinates : polygonsOf(geometry).flat(2);
}

/** The geometry unchanged, or null if it cannot be drawn; with all findings. */
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
	const undrawable = checkDrawable(geometry, precision, bbox);
	if (undrawable) return { geometry: null, findings: [...findings, undrawable] };
	const ringFindings = isArea(geometry) ? checkRings(geometry) : [];
	return { geometry, findings: [...findings, ...ringFindings] };
}

/** Only the first reason why it cannot be drawn, because each check relies on the ones before it. */
function checkDrawable(
	geometry: PlaceGeometry,
	precision: number | undefined,
	bbox: LayerFile['bbox']
): Finding | undefined {
	if (!DRAWABLE_TYPES.includes(geometry.type)) {
		const mend = `Use one of ${DRAWABLE_TYPES.join(', ')}.`;
		return { fault: 'has a geometry that cannot be drawn', found: geometry.type, mend };
	}
	if (precision === undefined) {
		const fault = 'does not say how precisely it is known';
		return { fault, found: undefined, mend: 'Add "precision", in metres.' };
	}
	return (
		checkBbox(geometry, bbox) ??
		checkMapLimits(geometry, precision) ??
		(geometry.type === 'LineString' ? checkLength(geometry, precision) : undefined) ??
		(isArea(geometry) ? checkOutline(geometry) : undefined)
	);
}

function checkBbox(
	geometry: PlaceGeometry,
	[west, south, east, north]: LayerFile['bbox']
): Finding | undefined {
	const outside = positionsOf(geometry).find(
		([longitude = NaN, latitude = NaN]) =>
			!(longitude >= west && longitude <= east && latitude >= south && latitude <= north)
	);
	if (!outside) return undefined;
	const [longitude = NaN, latitude = NaN] = outside;
	const isSwapped = latitude >= west && latitude <= east && longitude >= south && longitude <= north;
	return {
		fault: `lies outside the bbox of its layer, ${JSON.stringify([west, south, east, north])}`,
		found: outside,
		mend: isSwapped
			? 'Longitude and latitude look swapped: longitude comes first.'
			: 'Correct the position, or the bbox.'
	};
}

function checkMapLimits(geometry: PlaceGeometry, precision: number): Finding | undefined {
	// Degrees of latitude: what is drawn of a point reaches its precision around it.
	const radius = geometry.type === 'Point' ? precision / METRES_PER_DEGREE : 0;
	const beyond = positionsOf(geometry).find(
		([, latitude = NaN]) => !(Math.abs(latitude) + radius <= MAX_LATITUDE)
	);
	if (beyond)
		return {
			fault: `reaches beyond ${MAX_LATITUDE} degrees of latitude, where the map ends`,
			found: beyond,
			mend: 'Leave out what lies there, or say a finer precision.'
		};
	const lines =
		geometry.type === 'LineString'
			? [geometry.coordinates]
			: isArea(geometry)
				? polygonsOf(geometry).flat()
				: [];
	const crossing = lines
		.flatMap((line) => line.slice(1).map((position, index) => [line[index] ?? [], position]))
		// A segment of 360 degrees is allowed: it is an edge of an area that goes all around the world.
		.find(([[from = 0] = [], [to = 0] = []]) => Math.abs(to - from) > 180 && Math.abs(to - from) < 360);
	return (
		crossing && {
			fault: 'crosses the antimeridian, and would be drawn all around the world',
			found: crossing,
			mend: 'Cut it at 180 degrees in two (RFC 7946, 3.1.9).'
		}
	);
}

function checkLength(line: LineString, precision: number): Finding | undefined {
	const metres = length(feature(line), { units: 'meters' });
	if (metres > MAX_LENGTH)
		return {
			fault: `is a line of ${Math.round(metres / 1000)} km, more than half around the world`,
			found: undefined,
			mend: 'Make it shorter.'
		};
	if (metres >= precision * MIN_LENGTH_SHARE) return undefined;
	return {
		fault: `is a line of ${Math.round(metres)} m, too short for its precision of ${precision} m`,
		found: line.coordinates,
		mend: 'Give the positions along which it runs, or a finer precision.'
	};
}

/** The first polygon that encloses less than a square metre. */
export const emptyPolygonOf = (geometry: Polygon | MultiPolygon): Position[][] | undefined =>
	polygonsOf(geometry).find((coordinates) => areaOf({ type: 'Polygon', coordinates }) < MIN_AREA);

function checkOutline(geometry: Polygon | MultiPolygon): Finding | undefined {
	// First, because an outline that crosses itself often has no area or the wrong winding too.
	const [crossing] = kinks(geometry).features;
	if (crossing)
		return {
			fault: 'has an outline that crosses itself',
			found: crossing.geometry.coordinates,
			mend: 'Mend the outline there.'
		};
	const polygons = polygonsOf(geometry);
	const empty = emptyPolygonOf(geometry);
	if (!empty && polygons.length > 0) return undefined;
	return {
		fault: 'has an outline that encloses nothing',
		found: empty ?? polygons,
		mend: 'Give the positions around it, or remove that outline.'
	};
}

/** Faults of rings that can be drawn: holes outside their outer ring, and one wrong winding for each polygon. */
function checkRings(geometry: Polygon | MultiPolygon): Finding[] {
	const polygons = polygonsOf(geometry);
	const holesOutside = polygons.flatMap(([outer = [], ...holes]) =>
		holes.filter(([start = []]) => !booleanPointInPolygon(start, { type: 'Polygon', coordinates: [outer] }))
	);
	const wronglyWound = polygons.flatMap((rings) =>
		rings.filter((ring, index) => booleanClockwise(ring) === (index === 0)).slice(0, 1)
	);
	return [
		...holesOutside.map(([found]) => ({
			fault: 'has a hole outside its outline',
			found,
			mend: 'Make a polygon of its own of it, or remove it.'
		})),
		...wronglyWound.map(([found]) => ({
			fault: 'has a ring wound the wrong way (RFC 7946, 3.1.6)',
			found,
			mend: 'Outer rings run counter-clockwise, holes clockwise.'
		}))
	];
}
