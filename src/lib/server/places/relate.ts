/**
 * Checks what a place says of itself (`on` a line, `within` an area), before and after its coordinates are rounded to
 * its precision. Distances in metres.
 */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { nearestPointOnLine } from '@turf/nearest-point-on-line';
import type { LineString, Position } from 'geojson';
import type { Report } from '../input/faults';
import { isArea } from './geometry';
import type { Surveyed } from './surveyed';

/** Metres from a position to a line. */
function distanceTo(line: LineString, position: Position): number {
	return nearestPointOnLine(line, position, { units: 'meters' }).properties.pointDistance;
}

/** `complete`: no layer is unread, so that an id that is not there is a fault of who names it. */
export function checkRelations(
	{ given, geometry, properties: { on, within, precision = 0 } }: Surveyed,
	places: Map<string, Surveyed>,
	complete: boolean,
	report: Report
): void {
	const known = (id: string | undefined): id is string => id !== undefined && (complete || places.has(id));
	if (known(on) && places.get(on)?.given?.type !== 'LineString') {
		report('is said to lie on something that is no line place', on, 'Name the id of a LineString place.');
	}
	if (known(within) && !isArea(places.get(within)?.given)) {
		report(
			'is said to lie within something that is no area place',
			within,
			'Name the id of a Polygon place.'
		);
	}
	const line = places.get(on ?? '')?.geometry;
	const area = places.get(within ?? '')?.geometry;
	const positions = new Map([
		['', given],
		[', once rounded to its precision,', geometry]
	]);
	for (const [when, shape] of positions) {
		if (shape?.type !== 'Point') continue;
		const { coordinates } = shape;
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
