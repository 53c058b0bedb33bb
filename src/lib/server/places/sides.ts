/** The two areas on the sides of a line: checks that they are there, and finds out which of them lies on which side. */
import { along, bearing, booleanPointInPolygon, destination, length } from '@turf/turf';
import type { LineString, MultiPolygon, Polygon } from 'geojson';
import type { Part } from '$lib/model/drawing';
import type { Finding } from '../input/faults';
import { isArea } from './geometry';
import type { Surveyed } from './surveyed';

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
