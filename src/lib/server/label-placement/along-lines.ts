/**
 * Labels along a line that name the areas on both sides of it. A reader who sees only a few kilometres of a border
 * still sees which country is on which side.
 */
import { along, bearing, booleanPointInPolygon, destination, length } from '@turf/turf';
import type { Feature, LineString, MultiPolygon, Polygon, Position } from 'geojson';
import type { DrawnPart, Part } from '$lib/model/drawing';
import { trimmed } from '../places/shapes';

/** Zooms from which and until which labels are shown, their spacing and their distance from the line in kilometres. */
const STEPS = [
	{ from: 7, until: 8, spacing: 70, offset: 16 },
	{ from: 8, until: 10, spacing: 30, offset: 8 },
	{ from: 10, until: 11, spacing: 12, offset: 3 },
	{ from: 11, until: 24, spacing: 6, offset: 1.4 }
];

type AreaFeature = Feature<Polygon | MultiPolygon, Part>;

/**
 * Where areas overlap, the largest is named: the country and not its region.
 * @param sidesFrom zoom from which the sides of a line with two sides are named; below, side-names.ts names them
 */
export function labelsAlongLines(parts: DrawnPart[], sidesFrom: number): DrawnPart[] {
	const areas = parts
		.filter(({ properties }) => properties.part === 'area')
		.sort((a, b) => b.properties.extent - a.properties.extent) as AreaFeature[];
	const lines = parts.filter(({ properties }) => properties.part === 'line') as Feature<LineString, Part>[];
	return lines.flatMap((line) =>
		STEPS.flatMap((step) => {
			const from = line.properties.left ? Math.max(step.from, sidesFrom) : step.from;
			return from < step.until ? labelsBeside(line, areas, { ...step, from }) : [];
		})
	);
}

/** One label feature for each area, with all its positions along the line. */
function labelsBeside(
	line: Feature<LineString>,
	areas: AreaFeature[],
	{ from, until, spacing, offset }: (typeof STEPS)[number]
): DrawnPart[] {
	const lineLength = length(line);
	const count = Math.floor(lineLength / spacing);
	const distances = Array.from({ length: count }, (_, index) => (index + 0.5) * (lineLength / count));
	const positions = new Map<AreaFeature, Position[]>();
	for (const distance of distances) {
		const point = along(line, distance);
		const direction = bearing(point, along(line, Math.min(lineLength, distance + offset)));
		for (const turn of [-90, 90]) {
			const { geometry } = destination(point, offset, direction + turn);
			const area = areas.find((candidate) => booleanPointInPolygon(geometry, candidate));
			if (area) positions.set(area, [...(positions.get(area) ?? []), trimmed(geometry).coordinates]);
		}
	}
	return [...positions].map(([{ properties }, coordinates]) => ({
		type: 'Feature',
		geometry: { type: 'MultiPoint', coordinates },
		properties: { ...properties, part: 'label', from, until }
	}));
}
