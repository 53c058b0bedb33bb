/** Lines, rings and polygons as lists of positions: their ends, their rounding, and how they make a geometry. */
import type * as GeoJson from 'geojson';
import { area, signedArea, type Position } from './planar.ts';

export interface LineString extends GeoJson.LineString {
	coordinates: Position[];
}
export interface Polygon extends GeoJson.Polygon {
	coordinates: Position[][];
}
export interface MultiPolygon extends GeoJson.MultiPolygon {
	coordinates: Position[][][];
}

export function endsOf(line: Position[]): [first: Position, last: Position] {
	const [first, last] = [line[0], line.at(-1)];
	if (!first || !last) throw new Error('A line of the basemap has no positions.');
	return [first, last];
}

export const isSame = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];

export const segmentsOf = (line: Position[]): [start: Position, end: Position][] =>
	line.slice(1).map((end, index) => [line[index] ?? end, end]);

export const round = (value: number, decimals: number): number => Number(value.toFixed(decimals));

export const roundPosition = ([x, y]: Position, decimals: number): Position => [
	round(x, decimals),
	round(y, decimals)
];

export const roundLine = (line: Position[], decimals: number): Position[] =>
	withoutRepeats(line.map((position) => roundPosition(position, decimals)));

export const withoutRepeats = (line: Position[]): Position[] =>
	line.filter((position, index) => {
		const before = line[index - 1];
		return !before || !isSame(position, before);
	});

export const polygonsOf = (geometry: Polygon | MultiPolygon): Position[][][] =>
	geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/** Without the holes. */
export const outerRings = (polygons: Position[][][]): Position[][] =>
	polygons.flatMap((rings) => rings.slice(0, 1));

export const largest = (rings: Position[][]): Position[] =>
	rings.reduce((a, b) => (area(a) > area(b) ? a : b));

/** Without polygons that rounding has left no area. */
export function geometryOf(polygons: Position[][][]): Polygon | MultiPolygon {
	const coordinates = polygons.filter(([outer = []]) => outer.length > 3).map(wound);
	const [first, ...others] = coordinates;
	return first && others.length === 0
		? { type: 'Polygon', coordinates: first }
		: { type: 'MultiPolygon', coordinates };
}

/** RFC 7946: outer rings counter-clockwise, holes clockwise. */
const wound = (rings: Position[][]): Position[][] =>
	rings.map((ring, index) => (signedArea(ring) > 0 === (index === 0) ? ring : [...ring].reverse()));
