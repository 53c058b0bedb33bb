/** Reads what the build made for the live map, and the whole of its data when it is asked for. */
import type { FeatureCollection } from 'geojson';
import type { MapData } from '$lib/model/drawing';

export interface ReadMap extends MapData {
	readWhole: () => Promise<Record<string, FeatureCollection>>;
}

/** `address`: a whole one. Rejects where the data does not arrive whole, or where `signal` no longer wants it. */
export async function readMap(address: string, signal: AbortSignal): Promise<ReadMap> {
	const data = (await readJson(address, signal)) as MapData;
	return {
		...data,
		readWhole: () =>
			readJson(new URL('whole.json', address).href, signal) as Promise<Record<string, FeatureCollection>>
	};
}

async function readJson(address: string, signal: AbortSignal): Promise<unknown> {
	const response = await fetch(address, { signal });
	if (!response.ok) throw new Error(`${address} could not be read: ${response.status}`);
	return response.json();
}
