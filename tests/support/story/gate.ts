/** A small whole story in a folder of its own, with one file of it replaced, as the build would read it. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import type * as basemap from '$lib/server/basemap';
import { compile, type Compiled } from '$lib/server/compile';
import { StoryError, type Fault } from '$lib/server/faults';
import { readStory } from '$lib/server/read';

// The ground depends on the frame and not on what is tested here: made once for each frame, as it takes longest.
vi.mock('$lib/server/basemap', async (original) => {
	const { buildBasemap } = await original<typeof basemap>();
	const made = new Map<string, ReturnType<typeof buildBasemap>>();
	return {
		buildBasemap: (...of: Parameters<typeof buildBasemap>) => {
			const key = JSON.stringify(of, (_key, value: unknown) => (value instanceof Set ? [...value] : value));
			const ground = made.get(key) ?? buildBasemap(...of);
			made.set(key, ground);
			return ground;
		}
	};
});

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

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
afterAll(() => rmSync(folder, { recursive: true }));

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

/** What comes of the story with these contents in place of its own; `undefined` is a file that is new and goes again. */
export function outcomeOf(changed: Record<string, string | Buffer>): Outcome {
	const before = new Map(Object.keys(changed).map((file) => [file, known(file)]));
	for (const [file, content] of Object.entries(changed)) writeFileSync(join(folder, file), content);
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
	} finally {
		for (const [file, content] of before)
			if (content === undefined) rmSync(join(folder, file));
			else writeFileSync(join(folder, file), content);
	}
}

function known(file: string): string | undefined {
	try {
		return contentOf(file);
	} catch {
		return undefined;
	}
}
