/** Simplification: of a topology, arc by arc, and of one line. */
import { endsOf } from './lines.ts';
import { loadPackage } from './packages.ts';
import { area, distanceToSegment, type Position } from './planar.ts';
import type { PlainTopology } from './topology.ts';

type Triangle = [before: Position, position: Position, after: Position];

interface TopojsonSimplify {
	presimplify<T extends PlainTopology>(topology: T, weight: (triangle: Triangle) => number): T;
	simplify<T extends PlainTopology>(topology: T, leastWeight: number): T;
}

/**
 * Visvalingam: leaves out positions whose triangle with their neighbours is smaller than a square. `sideAt` gives the
 * side of that square in kilometres. Each arc is simplified once, so that neighbours stay neighbours.
 */
export function simplifyTopology<T extends PlainTopology>(
	topology: T,
	sideAt: (position: Position) => number
): T {
	const { presimplify, simplify } = loadPackage<TopojsonSimplify>('topojson-simplify');
	const weight = ([a, b, c]: Triangle): number => area([a, b, c, a]) / sideAt(b) ** 2;
	return simplify(presimplify(topology, weight), 1);
}

/** Douglas-Peucker: no position that is left out lies farther than the tolerance, in kilometres, from the line. */
export function simplifyLine(line: Position[], tolerance: number): Position[] {
	const [start, end] = endsOf(line);
	let [farthest, at] = [tolerance, 0];
	for (const [index, position] of line.entries()) {
		const away = distanceToSegment(position, start, end);
		if (away > farthest) [farthest, at] = [away, index];
	}
	if (at === 0) return [start, end];
	const [before, after] = [line.slice(0, at + 1), line.slice(at)];
	return [...simplifyLine(before, tolerance), ...simplifyLine(after, tolerance).slice(1)];
}
