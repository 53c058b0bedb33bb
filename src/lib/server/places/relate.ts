/**
 * Checks what a place says of itself (`on` a line, `within` an area), before and after its coordinates are rounded to
 * its precision. Distances in metres.
 */
import { booleanPointInPolygon, nearestPointOnLine } from '@turf/turf';
import type { LineString, Position } from 'geojson';
import type { Finding } from '../input/faults';
import { isArea, type PlaceGeometry, type PlaceProperties } from './geometry';
import type { Surveyed } from './surveyed';

/** Metres from a position to a line. */
function distanceTo(line: LineString, position: Position): number {
	return nearestPointOnLine(line, position, { units: 'meters' }).properties.pointDistance;
}

/** `complete`: no layer is unread, so that an id that is not there is a fault of who names it. */
export function checkRelations(place: Surveyed, places: Map<string, Surveyed>, complete: boolean): Finding[] {
	const { on, within, precision = 0 } = place.properties;
	const known = (id: string | undefined): id is string => id !== undefined && (complete || places.has(id));
	const findings: Finding[] = [];
	if (known(on) && places.get(on)?.given?.type !== 'LineString')
		findings.push({
			fault: 'is said to lie on something that is no line place',
			found: on,
			mend: 'Name the id of a LineString place.'
		});
	if (known(within) && !isArea(places.get(within)?.given))
		findings.push({
			fault: 'is said to lie within something that is no area place',
			found: within,
			mend: 'Name the id of a Polygon place.'
		});
	const relations: Relations = {
		...{ on, within, precision },
		line: places.get(on ?? '')?.geometry,
		area: places.get(within ?? '')?.geometry
	};
	const finding =
		misplaced(place.given, '', relations) ??
		misplaced(place.geometry, ', once rounded to its precision,', relations);
	return finding ? [...findings, finding] : findings;
}

interface Relations extends Pick<PlaceProperties, 'on' | 'within'> {
	/** Metres. */
	precision: number;
	/** Of the places that `on` and `within` name. */
	line: PlaceGeometry | null | undefined;
	area: PlaceGeometry | null | undefined;
}

/** `when`: as the sentence says it. */
function misplaced(
	shape: PlaceGeometry | null,
	when: string,
	{ on, within, precision, line, area }: Relations
): Finding | undefined {
	if (shape?.type !== 'Point') return undefined;
	const { coordinates } = shape;
	const flipped = [...coordinates].reverse();
	if (line?.type === 'LineString' && distanceTo(line, coordinates) > precision) {
		const swapped = distanceTo(line, flipped) <= precision;
		const distance = Math.round(distanceTo(line, coordinates));
		return {
			fault: `lies${when} ${distance} m from "${on}", further than its precision of ${precision} m`,
			found: coordinates,
			mend: swapped
				? 'Longitude and latitude look swapped.'
				: 'Correct the position, or say a coarser precision.'
		};
	}
	if (!isArea(area) || booleanPointInPolygon(coordinates, area)) return undefined;
	return {
		fault: `lies${when} outside "${within}"`,
		found: coordinates,
		mend: booleanPointInPolygon(flipped, area)
			? 'Longitude and latitude look swapped.'
			: 'Correct the position or the id.'
	};
}
