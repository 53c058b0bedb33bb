/** A small whole story in a folder of its own, with one file of it replaced, as the build would read it. */
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

/** The second story has no basemap of its own: a square of land with a border across it will do. */
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
cpSync('tests/fixtures/second', folder, { recursive: true });
mkdirSync(join(folder, 'geo/basemap'));
writeFileSync(join(folder, REGION), JSON.stringify(region));
writeFileSync(join(folder, TOWNS), JSON.stringify(towns, null, '\t'));
// It serves every file of tests that this process runs.
process.once('exit', () => rmSync(folder, { recursive: true }));

const contents = new Map<string, string>();
/** What a file of the story holds, unspoilt. */
export function contentOf(file: string): string {
	let content = contents.get(file);
	if (content === undefined) contents.set(file, (content = readFileSync(join(folder, file), 'utf8')));
	return content;
}

export interface Outcome {
	/** Empty where the story is accepted. */
	faults: Fault[];
	message: string;
	compiled: Compiled | undefined;
	milliseconds: number;
}

/** What was there before in place of what a test wrote; `undefined` where there was nothing. */
const replaced = new Map<string, string | undefined>();

function write(changed: Record<string, string | Buffer>): void {
	for (const [file, content] of replaced) {
		if (Object.hasOwn(changed, file)) continue;
		if (content === undefined) rmSync(join(folder, file));
		else writeFileSync(join(folder, file), content);
		replaced.delete(file);
	}
	for (const [file, content] of Object.entries(changed)) {
		if (!replaced.has(file)) replaced.set(file, known(file));
		writeFileSync(join(folder, file), content);
	}
}

/** What comes of the story with these contents in place of its own; all that earlier ones replaced is back. */
export function outcomeOf(changed: Record<string, string | Buffer>): Outcome {
	write(changed);
	const start = process.cpuUsage();
	const since = (): number => {
		const { user, system } = process.cpuUsage(start);
		return (user + system) / 1000;
	};
	try {
		const compiled = compile(readStory(folder));
		return { faults: [], message: '', compiled, milliseconds: since() };
	} catch (error) {
		// Anything else is a crash, and fails the test that meets it.
		if (!(error instanceof StoryError)) throw error;
		return { faults: error.faults, message: error.message, compiled: undefined, milliseconds: since() };
	}
}

function known(file: string): string | undefined {
	try {
		return contentOf(file);
	} catch {
		return undefined;
	}
}
