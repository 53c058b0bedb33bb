/**
 * On which side of a line one is: the areas on either side are named along it, so that a reader who sees no more than a
 * few kilometres still knows which country is which.
 */
import { along, bearing, booleanPointInPolygon, destination, length } from '@turf/turf';
import type { Feature, LineString, MultiPolygon, Polygon, Position } from 'geojson';
import type { DrawnPart, Part } from '$lib/model/drawing';
import { trimmed } from '../places/shapes';

/** For which zooms, every how many kilometres, and how far from the line, also in kilometres. */
const STEPS = [
	{ from: 7, until: 8, every: 70, away: 16 },
	{ from: 8, until: 10, every: 30, away: 8 },
	{ from: 10, until: 11, every: 12, away: 3 },
	{ from: 11, until: 24, every: 6, away: 1.4 }
];

/** Labels of the areas on either side of every line; where areas overlap, of the largest: of the country, not its region. */
export function nameSides(parts: DrawnPart[]): DrawnPart[] {
	const areas = parts
		.filter(({ properties }) => properties.part === 'area')
		.sort((a, b) => b.properties.extent - a.properties.extent) as Feature<Polygon | MultiPolygon, Part>[];
	const lines = parts.filter(({ properties }) => properties.part === 'line') as Feature<LineString, Part>[];
	return lines.flatMap((line) => STEPS.flatMap((step) => sidesOf(line, areas, step)));
}

function sidesOf(
	line: Feature<LineString>,
	areas: Feature<Polygon | MultiPolygon, Part>[],
	step: (typeof STEPS)[number]
): DrawnPart[] {
	const { from, until, every, away } = step;
	const whole = length(line);
	const count = Math.floor(whole / every);
	const spots = Array.from({ length: count }, (_, index) => (index + 0.5) * (whole / count));
	const named = new Map<Feature<Polygon | MultiPolygon, Part>, Position[]>();
	for (const distance of spots) {
		const here = along(line, distance);
		const heading = bearing(here, along(line, Math.min(whole, distance + away)));
		for (const turn of [-90, 90]) {
			const { geometry } = destination(here, away, heading + turn);
			const area = areas.find((candidate) => booleanPointInPolygon(geometry, candidate));
			if (area) named.set(area, [...(named.get(area) ?? []), trimmed(geometry).coordinates]);
		}
	}
	return [...named].map(([{ properties }, coordinates]) => ({
		type: 'Feature',
		geometry: { type: 'MultiPoint', coordinates },
		properties: { ...properties, part: 'label', from, until }
	}));
}
