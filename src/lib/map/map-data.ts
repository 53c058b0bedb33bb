/**
 * Loads the data of the live map: first data that is detailed only around the first view, and later detailed data of the
 * whole world.
 */
import type { BBox, FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map } from 'maplibre-gl';
import { contains } from '$lib/geo/mercator';
import type { MapData } from '$lib/model/drawing';

export interface ReadMap extends MapData {
	/** Loads the data of the whole world, by source id (`whole.json`). */
	readWorld: () => Promise<Record<string, FeatureCollection>>;
}

/**
 * @param url absolute URL of `map.json`
 * @throws if the file cannot be loaded or is not JSON, or if `signal` is aborted
 */
export async function readMap(url: string, signal: AbortSignal): Promise<ReadMap> {
	const data = (await readJson(url, signal)) as MapData;
	return {
		...data,
		readWorld: () =>
			readJson(new URL('whole.json', url).href, signal) as Promise<Record<string, FeatureCollection>>
	};
}

async function readJson(url: string, signal: AbortSignal): Promise<unknown> {
	const response = await fetch(url, { signal });
	if (!response.ok) throw new Error(`${url} could not be read: ${response.status}`);
	return response.json();
}

export interface WorldData {
	/** To be called when the first view has been drawn: nothing is loaded before that. */
	start(): void;
	/** Whether the map has data for all that its camera looks at. */
	isComplete(): boolean;
	/** Resolves to true when it has, and to false when the data could not be loaded. */
	completed(): Promise<boolean>;
}

/**
 * When the reader leaves the surroundings of the first view, or zooms in so far that simplified lines would show, this sets
 * the data of the whole world on the map's sources. If `readWorld` rejects, the simplified data stays and the next move
 * tries again.
 */
export function extendData(map: Map, surroundings: BBox, readWorld: ReadMap['readWorld']): WorldData {
	let isStarted = false;
	let loaded = false;
	/** Resolves to whether the data is set; undefined if it is not requested. */
	let request: Promise<boolean> | undefined;

	const load = async (isCurrent: () => boolean): Promise<boolean> => {
		try {
			const world = Object.entries(await readWorld());
			if (!isCurrent()) return false;
			for (const [source, data] of world) map.getSource<GeoJSONSource>(source)?.setData(data);
			return (loaded = true);
		} catch {
			map.once('movestart', () => (request = undefined));
			return false;
		}
	};
	const extendIfNeeded = (): void => {
		if (!isStarted || request || isDetailed(map, surroundings)) return;
		const own = load(() => request === own);
		request = own;
	};
	// A restored WebGL context gets the first style again, with the data of the first view. `style.load` does not tell: it is
	// fired for another look, too.
	map.on('webglcontextlost', () => {
		isStarted = loaded = false;
		request = undefined;
	});
	map.on('move', extendIfNeeded);
	const isComplete = (): boolean => loaded || contains(surroundings, boundsOf(map));
	return {
		start() {
			isStarted = true;
			extendIfNeeded();
		},
		isComplete,
		completed: async () => isComplete() || (await request) === true
	};
}

/** Share of the width of the surroundings. In a narrower view the simplification of the first data would be visible. */
const MIN_WIDTH = 1 / 4;

function isDetailed(map: Map, surroundings: BBox): boolean {
	const view = boundsOf(map);
	return view[2] - view[0] >= (surroundings[2] - surroundings[0]) * MIN_WIDTH && contains(surroundings, view);
}

/** What the map shows. */
export function boundsOf(map: Map): BBox {
	const bounds = map.getBounds();
	return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}
