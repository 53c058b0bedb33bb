/**
 * Reads the story's own region of the basemap, which is finer than Natural Earth. A program writes its file, so
 * all that can be wrong with it is one fault.
 */
import type { BBox, Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import type { Region } from './basemap';
import type { Checked } from '../input/faults';
import { syntaxErrorOf } from '../input/json';
import type { StoryFile } from '../input/read';
import { text } from '../input/fields';
import { bordersOf, landOf, provincesOf } from './world';

const REQUIRED_OBJECTS = ['countries', 'borders', 'provinces'];

/** A region with the attribution that the page shows. */
export interface CreditedRegion extends Region {
	attribution: string;
}

/** geo/basemap/region.topojson. The value is undefined if the file could not be read or is not usable. */
export function regionOf({ file, text: json }: StoryFile): Checked<CreditedRegion | undefined> {
	if (json === undefined) return { value: undefined, faults: [] };
	const result = readRegion(json);
	if (typeof result !== 'string') return { value: result, faults: [] };
	const fault = `is not a region's TopoJSON: ${result}`;
	const mend = 'Make it again, as geo/basemap says.';
	return { value: undefined, faults: [{ file, thing: 'the file', fault, mend }] };
}

/** The region, or the reason why the file is not usable. */
function readRegion(json: string): CreditedRegion | string {
	const syntaxError = syntaxErrorOf(json);
	if (syntaxError) return `line ${syntaxError.line} is not valid JSON, ${syntaxError.reason}`;
	const topology = JSON.parse(json) as (Topology & { attribution?: unknown }) | null;
	const { bbox, attribution, objects } = topology ?? {};
	const credit = text.safeParse(attribution).data;
	if (!topology || !isBbox(bbox) || credit === undefined) return 'it needs bbox and attribution';
	if (!objects || REQUIRED_OBJECTS.some((name) => !Object.hasOwn(objects, name)))
		return `it needs the objects ${REQUIRED_OBJECTS.join(', ')}`;
	return isDrawable(topology)
		? { topology, box: bbox, attribution: credit }
		: 'its objects and arcs do not make land and lines within the world';
}

/** Of two dimensions, in degrees, with west less than east and south less than north. */
function isBbox(bbox: unknown): bbox is BBox {
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

/** Tries to draw it, because topojson-client does not check the arcs and throws errors of many kinds. */
function isDrawable(topology: Topology): boolean {
	try {
		const lines = [bordersOf(topology), provincesOf(topology)].flatMap(({ coordinates }) => coordinates);
		const land = landOf(topology).coordinates.flat();
		return land.length > 0 && [...land, ...lines].every((line: Position[]) => line.every(isInWorld));
	} catch {
		return false;
	}
}
