/** The files in geo/: reads them, and writes them so that their diffs can be read. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../geo', import.meta.url));

/** A layer of the story, as far as it is read here; what else it holds is kept. */
export interface Layer<Geometry> {
	features: { id: string; geometry: Geometry }[];
}

export const readGeo = <Content>(name: string): Content =>
	JSON.parse(readFileSync(join(folder, name), 'utf8')) as Content;

export function writeGeo(name: string, json: string): void {
	const file = join(folder, name);
	writeFileSync(file, `${json}\n`);
	console.log(`${file}: ${Buffer.byteLength(json)} bytes`);
}

/** The place with this id. */
export function placeIn<Geometry>(layer: Layer<Geometry>, id: string): Layer<Geometry>['features'][number] {
	const place = layer.features.find((feature) => feature.id === id);
	if (!place) throw new Error(`A layer in geo/ has no place "${id}", which the basemap is made with.`);
	return place;
}

/** JSON with one property a line, and every ring, line or position on a line of its own. */
export function pretty(value: unknown, indent = ''): string {
	if (value === null || typeof value !== 'object' || isPositions(value)) return JSON.stringify(value);
	const inner = `${indent}\t`;
	const items = Array.isArray(value)
		? value.map((item: unknown) => inner + pretty(item, inner))
		: Object.entries(value as Record<string, unknown>)
				.filter(([, item]) => item !== undefined)
				.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${pretty(item, inner)}`);
	if (items.length === 0) return JSON.stringify(value);
	const [open, close] = Array.isArray(value) ? '[]' : '{}';
	return `${open}\n${items.join(',\n')}\n${indent}${close}`;
}

function isPositions(value: object): boolean {
	const startsWithNumber = (list: unknown): boolean => Array.isArray(list) && typeof list[0] === 'number';
	return startsWithNumber(value) || (Array.isArray(value) && startsWithNumber(value[0]));
}
