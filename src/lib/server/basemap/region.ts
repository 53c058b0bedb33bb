/** The story's own finer tier of the basemap. A tool makes it, so what is wrong with it is told in one sentence. */
import type { BBox, Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import type { Region } from './basemap';
import type { Checked } from '../input/faults';
import { breakOf } from '../input/json';
import type { StoryFile } from '../input/read';
import { text } from '../input/schema';
import { bordersOf, landOf, provincesOf } from './world';

const OBJECTS = ['countries', 'borders', 'provinces'];

export interface CreditedRegion extends Region {
	attribution: string;
}

export function regionOf({ file, text: json }: StoryFile): Checked<CreditedRegion | undefined> {
	if (json === undefined) return { value: undefined, faults: [] };
	const read = readRegion(json);
	if (typeof read !== 'string') return { value: read, faults: [] };
	const fault = `is not a region's TopoJSON: ${read}`;
	const mend = 'Make it again, as geo/basemap says.';
	return { value: undefined, faults: [{ file, thing: 'the file', fault, mend }] };
}

/** The region, or why it is none. */
function readRegion(json: string): CreditedRegion | string {
	const broken = breakOf(json);
	if (broken) return `line ${broken.line} is not valid JSON, ${broken.reason}`;
	const topology = JSON.parse(json) as (Topology & { attribution?: unknown }) | null;
	const { bbox, attribution, objects } = topology ?? {};
	const credit = text.safeParse(attribution).data;
	if (!topology || !isBox(bbox) || credit === undefined) return 'it needs bbox and attribution';
	if (!objects || OBJECTS.some((name) => !Object.hasOwn(objects, name)))
		return `it needs the objects ${OBJECTS.join(', ')}`;
	return isDrawable(topology)
		? { topology, box: bbox, attribution: credit }
		: 'its objects and arcs do not make land and lines within the world';
}

function isBox(bbox: unknown): bbox is BBox {
	if (!Array.isArray(bbox) || bbox.length !== 4 || !isInWorld(bbox.slice(0, 2)) || !isInWorld(bbox.slice(2)))
		return false;
	const [west, south, east, north] = bbox as number[];
	return Number(west) < Number(east) && Number(south) < Number(north);
}

const isInWorld = ([longitude, latitude]: unknown[]): boolean =>
	typeof longitude === 'number' &&
	typeof latitude === 'number' &&
	Math.abs(longitude) <= 180 &&
	Math.abs(latitude) <= 90;

/** By drawing it: the packages that follow its arcs check nothing and break somewhere inside. */
function isDrawable(topology: Topology): boolean {
	try {
		const lines = [bordersOf(topology), provincesOf(topology)].flatMap(({ coordinates }) => coordinates);
		const land = landOf(topology).coordinates.flat();
		return land.length > 0 && [...land, ...lines].every((line: Position[]) => line.every(isInWorld));
	} catch {
		return false;
	}
}
