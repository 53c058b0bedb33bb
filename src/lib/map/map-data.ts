/**
 * Loads the data of the live map: first data that is detailed only around the first view, and later detailed data of the
 * whole world.
 */
import type { BBox, FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map } from 'maplibre-gl';
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

/**
 * When the reader leaves the surroundings of the first view, or zooms in so far that simplified lines would show, this sets
 * the data of the whole world on the map's sources. If `readWorld` rejects, the simplified data stays and the next move
 * tries again. Call the returned function when the first view has been drawn: nothing is loaded before that.
 */
export function extendData(map: Map, surroundings: BBox, readWorld: ReadMap['readWorld']): () => void {
	let requested = false;
	let drawn = false;
	const extendIfNeeded = async (): Promise<void> => {
		if (requested || !drawn || isWithin(map, surroundings)) return;
		requested = true;
		try {
			for (const [source, data] of Object.entries(await readWorld()))
				map.getSource<GeoJSONSource>(source)?.setData(data);
		} catch {
			map.once('movestart', () => (requested = false));
		}
	};
	// A restored WebGL context gets the first style again, with the data of the first view.
	map.on('style.load', () => (requested = drawn = false));
	map.on('move', () => void extendIfNeeded());
	return () => {
		drawn = true;
		void extendIfNeeded();
	};
}

/** Share of the width of the surroundings. In a narrower view the simplification of the first data would be visible. */
const MIN_WIDTH = 1 / 4;

function isWithin(map: Map, [west, south, east, north]: BBox): boolean {
	const view = map.getBounds();
	const width = view.getEast() - view.getWest();
	return (
		width >= (east - west) * MIN_WIDTH &&
		view.getWest() >= west &&
		view.getEast() <= east &&
		view.getSouth() >= south &&
		view.getNorth() <= north
	);
}
