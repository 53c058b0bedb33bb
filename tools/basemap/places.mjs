// Makes the geometries of those places in geo/*.geojson that come from packages, and leaves everything else in those
// files (ids, names, notes, points placed by hand) as it is. Run by make.mjs, or alone: node tools/basemap/places.mjs
//
//   border, belarus, poland      from region.topojson, so that they share every position of the border
//   grodno-region                the outline of Belarus, cut along the Natural Earth line between the Grodno region and its neighbours
//   syria, iraq, turkey, germany Natural Earth 1:50m
//   russia                       the same, simplified; without Crimea, which this edition of Natural Earth
//                                draws as Russian and the OpenStreetMap outlines as Ukrainian
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provinceLines } from './provinces.mjs';
import {
	area,
	fetchPackages,
	here,
	inside,
	load,
	pretty,
	readJson,
	round,
	roundAll,
	withoutRepeats,
	wound,
	write
} from './tools.mjs';

fetchPackages();
const { feature, mesh } = load('topojson-client');
const { presimplify, simplify } = load('topojson-simplify');
const region = JSON.parse(readFileSync(join(here, 'region.topojson')));
const world = readJson('world-atlas', 'countries-50m.json');

const belarus = regionPolygon('112');
const geometries = {
	'border-camp.geojson': { 'grodno-region': grodnoRegion() },
	'border.geojson': { border: border() },
	'origin-countries.geojson': {
		syria: worldShape('760'),
		iraq: worldShape('368'),
		turkey: worldShape('792')
	},
	'other-places.geojson': {
		belarus,
		poland: regionPolygon('616'),
		germany: worldShape('276'),
		russia: russia()
	}
};

for (const [name, shapes] of Object.entries(geometries)) {
	const file = join(here, '..', name);
	const layer = JSON.parse(readFileSync(file));
	for (const [id, geometry] of Object.entries(shapes))
		layer.features.find((f) => f.id === id).geometry = geometry;
	write(file, pretty(layer));
}

function regionPolygon(id) {
	const { geometry } = feature(
		region,
		region.objects.countries.geometries.find((g) => g.id === id)
	);
	return shape(parts(geometry).map(([ring]) => [roundAll(ring, 5)]));
}

function border() {
	const pair = (a, b) => a !== b && [a.id, b.id].sort().join() === '112,616';
	const [line] = mesh(region, region.objects.countries, pair).coordinates;
	if (line[0][1] < line.at(-1)[1]) line.reverse();
	return { type: 'LineString', coordinates: roundAll(line, 5) };
}

function grodnoRegion() {
	const outline = belarus.coordinates[0].slice(1);
	const lines = provinceLines('BLR', outline, (a, b) => (a === 'Grodno') !== (b === 'Grodno'));
	if (lines.length !== 1)
		throw new Error(`the limit of the Grodno region is in ${lines.length} pieces, not one`);
	const [line] = lines;
	// From the end of the line along the outline back to its start, one way round or the other.
	const along = (ring) => {
		const [from, to] = [line.at(-1), line[0]].map((end) => ring.findIndex((p) => String(p) === String(end)));
		return from < to ? ring.slice(from, to + 1) : [...ring.slice(from), ...ring.slice(0, to + 1)];
	};
	const rings = [outline, [...outline].reverse()].map((ring) => withoutRepeats([...line, ...along(ring)]));
	const city = [23.83, 53.68];
	return shape([
		[rings.filter((ring) => inside(city, ring)).sort((a, b) => Math.abs(area(a)) - Math.abs(area(b)))[0]]
	]);
}

function worldShape(id, topology = world, decimals = 3) {
	const { geometry } = feature(
		topology,
		topology.objects.countries.geometries.find((g) => g.id === id)
	);
	return shape(parts(geometry).map((polygon) => polygon.map((ring) => roundAll(ring, decimals))));
}

/** Finer in the west, where it borders on the other places; coarse elsewhere. Islands under 5000 km2 are left out. */
function russia() {
	const side = ([lon, lat]) => ((lon > 18 && lon < 42) || lat > 78 ? 5 : 25);
	const weight = ([a, b, c]) => Math.abs(area([a, b, c, a])) / side(b) ** 2;
	const thinned = worldShape('643', simplify(presimplify(world, weight), 1), 2);
	const isCrimea = ([x, y]) => x > 32 && x < 37 && y < 46.3;
	const kept = parts(thinned)
		.filter(([ring]) => !ring.every(isCrimea))
		.flatMap(([ring]) => atAntimeridian(ring))
		.filter((ring) => Math.abs(area(ring)) > 5000);
	return shape(kept.map((ring) => [ring]));
}

/** Splits a ring that runs across 180 degrees into one ring on each side (RFC 7946, section 3.1.9). */
function atAntimeridian(ring) {
	const crosses = ring.some(([x], i) => i && Math.abs(x - ring[i - 1][0]) > 180);
	if (!crosses) return [ring];
	const east = ring.map(([x, y]) => [x < 0 ? x + 360 : x, y]);
	const half = (keep) => {
		const cut = [];
		for (let i = 1; i < east.length; i++) {
			const [a, b] = [east[i - 1], east[i]];
			if (keep(a[0])) cut.push(a);
			if (keep(a[0]) !== keep(b[0]))
				cut.push([180, round(a[1] + ((b[1] - a[1]) * (180 - a[0])) / (b[0] - a[0]), 2)]);
		}
		return withoutRepeats([...cut, cut[0]]);
	};
	return [half((x) => x <= 180), half((x) => x > 180).map(([x, y]) => [round(x - 360, 2), y])];
}

function parts({ type, coordinates }) {
	return type === 'Polygon' ? [coordinates] : coordinates;
}

function shape(polygons) {
	const coordinates = polygons.filter(([ring]) => ring.length > 3).map(wound);
	return coordinates.length === 1
		? { type: 'Polygon', coordinates: coordinates[0] }
		: { type: 'MultiPolygon', coordinates };
}
