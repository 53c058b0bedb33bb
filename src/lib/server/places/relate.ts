/** Checks the relations of a point to other places: `on` a line, `within` an area. */
import { booleanPointInPolygon, nearestPointOnLine } from '@turf/turf';
import type { LineString, Position } from 'geojson';
import type { Finding } from '../input/faults';
import { isArea, type PlaceGeometry, type PlaceProperties } from './geometry';
import type { Surveyed } from './surveyed';

/** Metres from a position to a line. */
function distanceTo(line: LineString, position: Position): number {
	return nearestPointOnLine(line, position, { units: 'meters' }).properties.pointDistance;
}

/**
 * Checks the place as its file has it and, if that is right, as it is rounded to its precision.
 * @param complete whether all layers could be read; if not, ids of unknown places are not reported
 */
export function checkRelations(place: Surveyed, places: Map<string, Surveyed>, complete: boolean): Finding[] {
	const { on, within, precision = 0 } = place.properties;
	const isChecked = (id: string | undefined): id is string =>
		id !== undefined && (complete || places.has(id));
	const findings: Finding[] = [];
	if (isChecked(on) && places.get(on)?.given?.type !== 'LineString')
		findings.push({
			fault: 'is said to lie on something that is no line place',
			found: on,
			mend: 'Name the id of a LineString place.'
		});
	if (isChecked(within) && !isArea(places.get(within)?.given))
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
		checkPosition(place.given, '', relations) ??
		checkPosition(place.geometry, ', once rounded to its precision,', relations);
	return finding ? [...findings, finding] : findings;
}

interface Relations extends Pick<PlaceProperties, 'on' | 'within'> {
	/** Metres. */
	precision: number;
	/** The geometries of the places that `on` and `within` name. */
	line: PlaceGeometry | null | undefined;
	area: PlaceGeometry | null | undefined;
}

/** @param when the words of the fault that say whether the position is rounded */
function checkPosition(
	geometry: PlaceGeometry | null,
	when: string,
	{ on, within, precision, line, area }: Relations
): Finding | undefined {
	if (geometry?.type !== 'Point') return undefined;
	const { coordinates } = geometry;
	const swapped = [...coordinates].reverse();
	if (line?.type === 'LineString' && distanceTo(line, coordinates) > precision) {
		const isSwapped = distanceTo(line, swapped) <= precision;
		const distance = Math.round(distanceTo(line, coordinates));
		return {
			fault: `lies${when} ${distance} m from "${on}", further than its precision of ${precision} m`,
			found: coordinates,
			mend: isSwapped
				? 'Longitude and latitude look swapped.'
				: 'Correct the position, or say a coarser precision.'
		};
	}
	if (!isArea(area) || booleanPointInPolygon(coordinates, area)) return undefined;
	return {
		fault: `lies${when} outside "${within}"`,
		found: coordinates,
		mend: booleanPointInPolygon(swapped, area)
			? 'Longitude and latitude look swapped.'
			: 'Correct the position or the id.'
	};
}
