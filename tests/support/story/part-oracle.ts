/** The test oracle for drawn parts: whether a part is drawn where its file says. */
import type { Feature, Geometry, Position } from 'geojson';
import type { Part } from '$lib/model/drawing';
import type { AnyData } from './story';

/** Collects the descriptions of the conditions that are false. */
export function checker(): { problems: string[]; check: (condition: boolean, problem: string) => void } {
	const problems: string[] = [];
	const check = (condition: boolean, problem: string): void => {
		if (!condition) problems.push(problem);
	};
	return { problems, check };
}

/** A feature as its file has it, with the bbox of its layer. */
export interface Source {
	feature: AnyData;
	bbox: number[];
}

const PART_PROPERTIES = [
	'place',
	'layer',
	'part',
	'name',
	'local',
	'quoted',
	'hollow',
	'central',
	'extent',
	'from',
	'until',
	'side',
	'sign',
	'broken',
	'certainty',
	'tint',
	'inner',
	'left',
	'somewhere'
];

/** What is wrong with one drawn part, given the feature of its place. */
export function partProblems(
	{ geometry, properties }: Feature<Geometry, Part>,
	source: Source | undefined
): string[] {
	const { place, part } = properties;
	if (!source) return [`${part} of an unknown place`];
	const { problems, check } = checker();
	const drawn = positionsIn(geometry);
	check(
		drawn.length > 0 && drawn.every((position) => isInWorld(position, part === 'extent')),
		`${part} of ${place} is outside the world`
	);
	check(
		Object.entries(properties).every(
			([name, value]) => PART_PROPERTIES.includes(name) && typeof value !== 'object'
		),
		`${part} of ${place} has other properties`
	);
	check(isNearSource(part, drawn, source), `${part} of ${place} is drawn elsewhere`);
	const [west = NaN, south = NaN, east = NaN, north = NaN] = source.bbox;
	for (const [longitude = NaN, latitude = NaN] of positionsIn(source.feature.geometry))
		check(
			longitude >= west && longitude <= east && latitude >= south && latitude <= north,
			`${place} is outside its bbox and compiled`
		);
	return problems;
}

const METRES_PER_DEGREE = 111_320;

/** Whether a part is drawn where its file says, as far as its precision allows. Labels can be anywhere. */
function isNearSource(part: Part['part'], drawn: Position[], { feature }: Source): boolean {
	if (part === 'label') return true;
	// In degrees of latitude. Coordinates are rounded to a step that is not larger, in longitude too.
	const precision = feature.properties.precision / METRES_PER_DEGREE;
	if (part === 'area' || part === 'line') {
		const exact = positionsIn(feature.geometry);
		return (
			exact.length === drawn.length &&
			exact.every((position, index) =>
				isWithin(drawn[index] ?? [], position, precision + 1e-9, precision + 1e-9)
			)
		);
	}
	// A point can be its precision away from its line, and its stretch is as long again on each side. The factors
	// leave room for that and for rounding. A degree of longitude has fewer metres than a degree of latitude.
	const position = feature.geometry.coordinates as Position;
	const [, latitude = NaN] = position;
	const highestLatitude = Math.min(85, Math.abs(latitude) + 1.6 * precision);
	const reach = (1.6 * precision + 1e-5) / Math.cos((highestLatitude * Math.PI) / 180);
	return drawn.every((other) => isWithin(other, position, 2 * reach, 2.2 * precision + 1e-5));
}

/** Distances in degrees. False if a coordinate is missing or not a number. */
const isWithin = (
	[longitude = NaN, latitude = NaN]: Position,
	[otherLongitude = NaN, otherLatitude = NaN]: Position,
	longitudeDistance: number,
	latitudeDistance: number
): boolean =>
	Math.abs(longitude - otherLongitude) <= longitudeDistance &&
	Math.abs(latitude - otherLatitude) <= latitudeDistance;

/** `isExtent`: a circle around a point may reach beyond 180 degrees of longitude. */
export const isInWorld = ([longitude = NaN, latitude = NaN]: Position, isExtent = false): boolean =>
	Math.abs(longitude) <= (isExtent ? 270 : 180) && Math.abs(latitude) <= 85.06;

/** All positions of a geometry, in order. */
const positionsIn = ({ coordinates }: AnyData): Position[] => {
	const flatten = (value: AnyData): Position[] =>
		typeof value?.[0] === 'number' ? [value as Position] : (value as AnyData[]).flatMap(flatten);
	return coordinates.length === 0 ? [] : flatten(coordinates);
};
