/** Reads the data of the live map: that of its first view, and later that of the whole world. */
import type { BBox, FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map } from 'maplibre-gl';
import type { MapData } from '$lib/model/drawing';

export interface ReadMap extends MapData {
	/** By source, the data of the whole world. */
	readAll: () => Promise<Record<string, FeatureCollection>>;
}

/** `address`: a whole one. Rejects where the data does not arrive whole, or where `signal` is aborted. */
export async function readMap(address: string, signal: AbortSignal): Promise<ReadMap> {
	const data = (await readJson(address, signal)) as MapData;
	return {
		...data,
		readAll: () =>
			readJson(new URL('whole.json', address).href, signal) as Promise<Record<string, FeatureCollection>>
	};
}

async function readJson(address: string, signal: AbortSignal): Promise<unknown> {
	const response = await fetch(address, { signal });
	if (!response.ok) throw new Error(`${address} could not be read: ${response.status}`);
	return response.json();
}

/**
 * When the reader leaves the surroundings of the first view, or zooms in further than their data is detailed, this sets
 * the data of the whole world on the map's sources. If `readAll` rejects, the rough shapes stay and the next move tries
 * again. Call the returned function when the first view has been drawn: nothing is read before that.
 */
export function extendData(map: Map, surroundings: BBox, readAll: ReadMap['readAll']): () => void {
	let requested = false;
	let drawn = false;
	const extendIfNeeded = async (): Promise<void> => {
		if (requested || !drawn || isWithin(map, surroundings)) return;
		requested = true;
		try {
			for (const [source, data] of Object.entries(await readAll()))
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

/** As a share of the surroundings' width: in a narrower view the thinned outlines would show. */
const NARROWEST = 1 / 4;

function isWithin(map: Map, [west, south, east, north]: BBox): boolean {
	const view = map.getBounds();
	const width = view.getEast() - view.getWest();
	return (
		width >= (east - west) * NARROWEST &&
		view.getWest() >= west &&
		view.getEast() <= east &&
		view.getSouth() >= south &&
		view.getNorth() <= north
	);
}
