/**
 * Checks the places of geo/*.geojson beyond their shape: closed rings are check-geojson's; here are winding, crossing
 * edges, the layer's bounding box, and what a place says of itself (`on` a line, `within` an area), before and after
 * its coordinates are rounded to its precision. Distances in metres.
 */
import { booleanClockwise } from '@turf/boolean-clockwise';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { kinks } from '@turf/kinks';
import { nearestPointOnLine } from '@turf/nearest-point-on-line';
import type { Geometry, LineString, MultiPolygon, Point, Polygon, Position } from 'geojson';
import type { Fault } from './faults';
import type { LayerFile } from './schema';

export type PlaceGeometry = Point | LineString | Polygon | MultiPolygon;
type PlaceProperties = LayerFile['features'][number]['properties'];

/** A place as its file gives it, checked; a point is rounded. */
export interface Surveyed {
	id: string;
	layer: string;
	properties: PlaceProperties;
	geometry: PlaceGeometry | null;
}

export interface LayerSource {
	id: string;
	file: string;
	layer: LayerFile;
}

const TYPES = ['Point', 'LineString', 'Polygon', 'MultiPolygon'];
const METRES_PER_DEGREE = 111_320;

/** Decimals of a degree whose last step is no larger than the precision. */
export function decimals(precision: number): number {
	return Math.max(0, Math.ceil(Math.log10(METRES_PER_DEGREE / precision)));
}

const rounded = (position: Position, precision: number): Position =>
	position.map((degrees) => Number(degrees.toFixed(decimals(precision))));

const isArea = (geometry: Geometry | null | undefined): geometry is Polygon | MultiPolygon =>
	geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';

export const ringsOf = (geometry: Polygon | MultiPolygon): Position[][][] =>
	geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

function positionsOf(geometry: PlaceGeometry): Position[] {
	if (geometry.type === 'Point') return [geometry.coordinates];
	return geometry.type === 'LineString' ? geometry.coordinates : ringsOf(geometry).flat(2);
}

/** Metres from a position to a line. */
export function distanceTo(line: LineString, position: Position): number {
	return nearestPointOnLine(line, position, { units: 'meters' }).properties.pointDistance;
}

export function survey(sources: LayerSource[], faults: Fault[]): Map<string, Surveyed> {
	const places = new Map<string, Surveyed>();
	for (const { id: layerId, file, layer } of sources) {
		for (const { id, geometry, properties } of layer.features) {
			const thing = `place "${id}"`;
			if (places.has(id)) {
				const other = places.get(id)?.layer;
				faults.push({
					file,
					thing,
					fault: `has the id of a place in layer "${other}"`,
					found: id,
					mend: 'Give each place its own id.'
				});
				continue;
			}
			const shape = checkedGeometry(
				geometry as PlaceGeometry | null,
				properties,
				layer.bbox,
				(fault, found, mend) => faults.push({ file, thing, fault, found, mend })
			);
			places.set(id, { id, layer: layerId, properties, geometry: shape });
		}
	}
	for (const { file, layer } of sources) {
		for (const { id, geometry } of layer.features) {
			const place = places.get(id);
			const raw = geometry as PlaceGeometry | null;
			if (place?.geometry && raw)
				checkRelations(place, raw, places, (fault, found, mend) =>
					faults.push({ file, thing: `place "${id}"`, fault, found, mend })
				);
		}
	}
	return places;
}

type Report = (fault: string, found: unknown, mend: string) => void;

function checkedGeometry(
	geometry: PlaceGeometry | null,
	{ listed, precision }: PlaceProperties,
	[west, south, east, north]: LayerFile['bbox'],
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
	const outside = positionsOf(geometry).find(
		([longitude = NaN, latitude = NaN]) =>
			!(longitude >= west && longitude <= east && latitude >= south && latitude <= north)
	);
	if (outside) {
		const [longitude = NaN, latitude = NaN] = outside;
		const swapped = latitude >= west && latitude <= east && longitude >= south && longitude <= north;
		report(
			`lies outside the bbox of its layer, ${JSON.stringify([west, south, east, north])}`,
			outside,
			swapped
				? 'Longitude and latitude look swapped: longitude comes first.'
				: 'Correct the position, or the bbox.'
		);
		return null;
	}
	if (isArea(geometry)) {
		for (const rings of ringsOf(geometry)) {
			const wrong = rings.find((ring, index) => booleanClockwise(ring) === (index === 0));
			if (wrong)
				report(
					'has a ring wound the wrong way (RFC 7946, 3.1.6)',
					wrong[0],
					'Outer rings run counter-clockwise, holes clockwise.'
				);
		}
		const [crossing] = kinks(geometry).features;
		if (crossing)
			report('has an outline that crosses itself', crossing.geometry.coordinates, 'Mend the outline there.');
	}
	return geometry.type === 'Point'
		? { type: 'Point', coordinates: rounded(geometry.coordinates, precision) }
		: geometry;
}

/** `raw` is the geometry of the file, `place.geometry` the rounded one: both must hold. */
function checkRelations(
	place: Surveyed,
	raw: PlaceGeometry,
	places: Map<string, Surveyed>,
	report: Report
): void {
	const { on, within, precision = 0 } = place.properties;
	const positions = new Map([
		['', raw],
		[', once rounded to its precision,', place.geometry ?? raw]
	]);
	const line = on === undefined ? undefined : places.get(on)?.geometry;
	if (on !== undefined && line?.type !== 'LineString') {
		report('is said to lie on something that is no line place', on, 'Name the id of a LineString place.');
	}
	const area = within === undefined ? undefined : places.get(within)?.geometry;
	if (within !== undefined && !isArea(area)) {
		report(
			'is said to lie within something that is no area place',
			within,
			'Name the id of a Polygon place.'
		);
	}
	for (const [when, { type, coordinates }] of positions) {
		if (type !== 'Point') continue;
		const flipped = [...coordinates].reverse();
		if (line?.type === 'LineString' && distanceTo(line, coordinates) > precision) {
			const swapped = distanceTo(line, flipped) <= precision;
			const distance = Math.round(distanceTo(line, coordinates));
			report(
				`lies${when} ${distance} m from "${on}", further than its precision of ${precision} m`,
				coordinates,
				swapped ? 'Longitude and latitude look swapped.' : 'Correct the position, or say a coarser precision.'
			);
			return;
		}
		if (isArea(area) && !booleanPointInPolygon(coordinates, area)) {
			report(
				`lies${when} outside "${within}"`,
				coordinates,
				booleanPointInPolygon(flipped, area)
					? 'Longitude and latitude look swapped.'
					: 'Correct the position or the id.'
			);
			return;
		}
	}
}
