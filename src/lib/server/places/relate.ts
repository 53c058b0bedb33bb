/** Checks the relations of a place to others: a point `on` a line or `within` an area, a line between its `sides`. */
import { along, bearing, booleanPointInPolygon, destination, length, nearestPointOnLine } from '@turf/turf';
import type { LineString, MultiPolygon, Polygon, Position } from 'geojson';
import type { Part } from '$lib/model/drawing';
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

type Area = Polygon | MultiPolygon;

/** Points of the line at which both sides are looked at. */
const SAMPLES = 24;
/** As a share of the line's length: how far from the line they are looked at, so that its bends do not count. */
const DISTANCE_SHARE = 1 / 100;

/** @param complete whether all layers could be read; if not, ids of unknown places are not reported */
export function checkSides(place: Surveyed, places: Map<string, Surveyed>, complete: boolean): Finding[] {
	const { sides } = place.properties;
	if (!sides) return [];
	if (place.given?.type !== 'LineString')
		return [
			{ fault: 'has sides and is no line', found: sides, mend: 'Remove "sides", or give it a LineString.' }
		];
	if (sides[0] === sides[1])
		return [
			{ fault: 'has the same place on both sides', found: sides, mend: 'Name the two areas that it divides.' }
		];
	const unknown = sides.filter((id) => (complete || places.has(id)) && !isArea(places.get(id)?.given));
	if (unknown.length > 0)
		return unknown.map((found) => ({
			fault: 'has a side that is no area place',
			found,
			mend: 'Name the id of a Polygon place.'
		}));
	const areas = sides.map((id) => places.get(id)?.geometry);
	if (!isArea(areas[0]) || !isArea(areas[1]) || leftSide(place, places)) return [];
	const mend = 'Name the two areas that it divides, or correct their outlines.';
	return [{ fault: 'does not run between its two sides', found: sides, mend }];
}

/** Which of the two sides lies to the left of the line in its drawing direction. */
export function leftSide({ geometry, properties }: Surveyed, places: Map<string, Surveyed>): Part['left'] {
	const [first, second] = (properties.sides ?? []).map((id) => places.get(id)?.geometry);
	if (geometry?.type !== 'LineString' || !isArea(first) || !isArea(second)) return undefined;
	const votes = votesForFirst(geometry, first, second);
	// One vote at each sample is half of the votes: a line inside one of the areas has none left.
	if (Math.abs(votes) < SAMPLES / 2) return undefined;
	return votes > 0 ? 1 : 2;
}

/** How often the first area is to the left of the line or the second to the right, less how often it is reversed. */
function votesForFirst(line: LineString, first: Area, second: Area): number {
	const lineLength = length({ type: 'Feature', properties: {}, geometry: line });
	const distance = lineLength * DISTANCE_SHARE;
	let votes = 0;
	for (let sample = 0; sample < SAMPLES; sample++) {
		const at = (lineLength * (sample + 0.5)) / SAMPLES;
		const direction = bearing(along(line, at - distance), along(line, at + distance));
		for (const turn of [-90, 90]) {
			const point = destination(along(line, at), distance, direction + turn);
			const isLeft = turn < 0;
			if (booleanPointInPolygon(point, first)) votes += isLeft ? 1 : -1;
			if (booleanPointInPolygon(point, second)) votes += isLeft ? -1 : 1;
		}
	}
	return votes;
}
