/** Compiles a small complete story from a temporary folder, as the build does, with some files replaced. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile, type Compiled } from '$lib/server/compile';
import { StoryError, type Fault } from '$lib/server/input/faults';
import { readStory } from '$lib/server/input/read';

export const REGION = 'geo/basemap/region.topojson';
export const TOWNS = 'geo/basemap/towns.geojson';
export const ISLANDS = 'geo/islas.geojson';
export const PIERS = 'geo/embarcaderos.geojson';
export const FERRY = 'geo/transbordador.geojson';

/** A basemap, because tests/fixtures/stories/second has none: a square of land with one line across it. */
const arcs = [
	[
		[-74, -43],
		[-74, -44],
		[-75, -44],
		[-75, -42],
		[-74, -42],
		[-74, -43]
	],
	[
		[-74.9, -43],
		[-74.1, -43.2]
	]
];
const lines = { type: 'GeometryCollection', geometries: [{ type: 'LineString', arcs: [1] }] };
const region = {
	type: 'Topology',
	bbox: [-75, -44, -73, -42],
	attribution: 'Made for a test',
	arcs,
	objects: {
		countries: {
			type: 'GeometryCollection',
			geometries: [{ type: 'Polygon', id: '152', arcs: [[0]] }]
		},
		borders: lines,
		provinces: lines
	}
};
const town = (name: string, rank: number, coordinates: number[]) => ({
	type: 'Feature',
	geometry: { type: 'Point', coordinates },
	properties: { names: { es: name }, rank }
});
const towns = {
	type: 'FeatureCollection',
	attribution: 'Made for a test',
	features: [town('Castro', 1, [-73.76, -42.48]), town('Ancud', 2, [-73.83, -41.87])]
};

const folder = mkdtempSync(join(tmpdir(), 'gate-'));
cpSync('tests/fixtures/stories/second', folder, { recursive: true });
mkdirSync(join(folder, 'geo/basemap'));
writeFileSync(join(folder, REGION), JSON.stringify(region));
writeFileSync(join(folder, TOWNS), JSON.stringify(towns, null, '\t'));
// At the exit, because all test files that this process runs use the folder.
process.once('exit', () => rmSync(folder, { recursive: true }));

const contents = new Map<string, string>();
/** The original content of a file. Throws if the story has no such file. */
export function contentOf(file: string): string {
	let content = contents.get(file);
	if (content === undefined) contents.set(file, (content = readFileSync(join(folder, file), 'utf8')));
	return content;
}

export interface Outcome {
	/** Empty if the story compiles. */
	faults: Fault[];
	/** Of the StoryError; empty if the story compiles. */
	message: string;
	/** Undefined if the story is refused. */
	compiled: Compiled | undefined;
	/** Processor time, which does not depend on what else the machine does. */
	milliseconds: number;
}

/** Original contents of the files that are replaced now; undefined for a file that the story does not have. */
const originals = new Map<string, string | undefined>();

function write(changed: Record<string, string | Buffer>): void {
	for (const [file, content] of originals) {
		if (Object.hasOwn(changed, file)) continue;
		if (content === undefined) rmSync(join(folder, file));
		else writeFileSync(join(folder, file), content);
		originals.delete(file);
	}
	for (const [file, content] of Object.entries(changed)) {
		if (!originals.has(file)) originals.set(file, originalOf(file));
		writeFileSync(join(folder, file), content);
	}
}

/** Reads and compiles the story with these contents of files. What an earlier call replaced is restored. */
export function outcomeOf(changed: Record<string, string | Buffer>): Outcome {
	write(changed);
	const start = process.cpuUsage();
	const elapsed = (): number => {
		const { user, system } = process.cpuUsage(start);
		return (user + system) / 1000;
	};
	try {
		const compiled = compile(readStory(folder));
		return { faults: [], message: '', compiled, milliseconds: elapsed() };
	} catch (error) {
		// Any other error is a crash of the compiler, which must fail the test.
		if (!(error instanceof StoryError)) throw error;
		return { faults: error.faults, message: error.message, compiled: undefined, milliseconds: elapsed() };
	}
}

function originalOf(file: string): string | undefined {
	try {
		return contentOf(file);
	} catch {
		return undefined;
	}
}
