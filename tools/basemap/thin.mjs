// Simplification of the region: finest on the border between Belarus and Poland, coarser with the distance from it.
import { area, load, nearest, toSegment } from './tools.mjs';

/** How far, in km, the simplified border between Belarus and Poland may leave the line in the data (Douglas-Peucker). */
const borderTolerance = 0.025;

/** How coarse other outlines may be at a position: side, in km, of the smallest triangle kept (Visvalingam). */
function coarseness(position, border) {
	const d = nearest(position, border.sample);
	return d < 40 ? 0.16 : Math.min(0.16 + (d - 40) * 0.01, 0.9);
}

/** Simplifies every arc once, so that neighbours stay neighbours. */
export function thin(topology, border) {
	const { presimplify, simplify } = load('topojson-simplify');
	const cache = new Map();
	const limit = ([x, y]) => {
		const key = String([x, y]);
		if (!cache.has(key)) cache.set(key, coarseness([x, y], border) ** 2);
		return cache.get(key);
	};
	const weight = ([a, b, c]) => Math.abs(area([a, b, c, a])) / limit(b);
	const thinned = simplify(presimplify(topology, weight), 1);
	const isBorder = (arc) => arc.every((p) => border.keys.has(String(p)));
	thinned.arcs = thinned.arcs.map((arc, i) => (isBorder(topology.arcs[i]) ? peucker(topology.arcs[i]) : arc));
	return thinned;
}

function peucker(line) {
	const [a, b] = [line[0], line.at(-1)];
	let [far, at] = [borderTolerance, 0];
	for (let i = 1; i < line.length - 1; i++) {
		const d = toSegment(line[i], a, b);
		if (d > far) [far, at] = [d, i];
	}
	return at ? [...peucker(line.slice(0, at + 1)), ...peucker(line.slice(at)).slice(1)] : [a, b];
}
