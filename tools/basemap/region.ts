/** Makes basemap/region.topojson: outlines of countries, the borders between them, and lines of provinces. */
import type { GeometryCollection, MultiLineString, Topology } from 'topojson-specification';
import { BOX, countryTopology } from './country-outlines.ts';
import { writeGeo } from './geo-files.ts';
import { largest, outerRings, roundPosition, withoutRepeats } from './lines.ts';
import { distanceToNearest, type Position } from './planar.ts';
import { provinceLines } from './province-lines.ts';
import { simplifyLine, simplifyTopology } from './simplify.ts';
import {
	arcsBetween,
	areBelarusAndPoland,
	BELARUS,
	borderOfBelarusAndPoland,
	countryPolygons,
	POLAND,
	type CountryTopology
} from './topology.ts';

/** How far, in km, the simplified border between Belarus and Poland may leave the line in the data. */
const BORDER_TOLERANCE = 0.025;

/** A position is written as steps of so many degrees from the corner of the box. */
const STEP = 1e-5;

/** The border between Belarus and Poland before it is simplified. */
interface Border {
	/** Every position, as a string. */
	keys: Set<string>;
	/** Some positions, for distances. */
	sample: Position[];
}

interface Region {
	objects: { countries: GeometryCollection; borders: MultiLineString; provinces: GeometryCollection };
	arcs: Position[][];
}

export async function makeRegion(): Promise<void> {
	const topology = await countryTopology();
	const line = borderOfBelarusAndPoland(topology);
	const border = { keys: new Set(line.map(String)), sample: line.filter((_, index) => index % 20 === 0) };
	const region = withLines(rounded(simplified(topology, border), border));
	writeGeo('basemap/region.topojson', JSON.stringify(packed(region)));
}

/** Finest on the border between Belarus and Poland, and coarser with the distance from it. */
function simplified(topology: CountryTopology, border: Border): CountryTopology {
	const sides = new Map<string, number>();
	// Without the third number, which topojson-simplify adds to a position and changes.
	const sideAt = ([x, y]: Position): number => {
		const key = String([x, y]);
		const side = sides.get(key) ?? sideOfSmallestTriangle(distanceToNearest([x, y], border.sample));
		sides.set(key, side);
		return side;
	};
	const { arcs, ...rest } = simplifyTopology(topology, sideAt);
	const isOnBorder = (arc: Position[]): boolean => arc.every((position) => border.keys.has(String(position)));
	return {
		...rest,
		arcs: arcs.map((arc, index) => {
			const whole = topology.arcs[index] ?? arc;
			return isOnBorder(whole) ? simplifyLine(whole, BORDER_TOLERANCE) : arc;
		})
	};
}

/** Both in km. */
const sideOfSmallestTriangle = (fromBorder: number): number =>
	fromBorder < 40 ? 0.16 : Math.min(0.16 + (fromBorder - 40) * 0.01, 0.9);

/** Each position by itself, so that it is the same in all arcs that meet there. */
function rounded(topology: CountryTopology, border: Border): CountryTopology {
	const decimals = (position: Position): number => (border.keys.has(String(position)) ? 5 : 4);
	const arcs = topology.arcs.map((arc) => {
		const short = withoutRepeats(arc.map((position) => roundPosition(position, decimals(position))));
		return short.length > 1 ? short : [...short, ...short];
	});
	return { ...topology, arcs };
}

/** The lines that the map draws, beside the countries that it fills. */
function withLines(topology: CountryTopology): Region {
	const { countries } = topology.objects;
	const borders = arcsBetween(topology, countries, (a, b) => a !== b && !areBelarusAndPoland(a, b));
	const arcs = [...topology.arcs];
	const provincesOf = (code: string, id: string): MultiLineString<{ id: string }> => {
		const lines = provinceLines(code, largest(outerRings(countryPolygons(topology, id))));
		return { type: 'MultiLineString', properties: { id }, arcs: lines.map((line) => [arcs.push(line) - 1]) };
	};
	const geometries = [provincesOf('BLR', BELARUS), provincesOf('POL', POLAND)];
	return { objects: { countries, borders, provinces: { type: 'GeometryCollection', geometries } }, arcs };
}

function packed({ objects, arcs }: Region): Topology & { attribution: string } {
	const [west, south] = BOX;
	return {
		type: 'Topology',
		attribution: '© OpenStreetMap contributors (ODbL)',
		bbox: BOX,
		transform: { scale: [STEP, STEP], translate: [west, south] },
		objects,
		arcs: arcs.map(asSteps)
	};
}

/** TopoJSON, 2.1.3: each position as the difference from the one before it. */
function asSteps(arc: Position[]): Position[] {
	let [beforeX, beforeY] = [0, 0];
	return arc.map(([longitude, latitude]) => {
		const [x, y] = [Math.round((longitude - BOX[0]) / STEP), Math.round((latitude - BOX[1]) / STEP)];
		const difference: Position = [x - beforeX, y - beforeY];
		[beforeX, beforeY] = [x, y];
		return difference;
	});
}
