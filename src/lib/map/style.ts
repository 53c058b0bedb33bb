/** Reads what the build made for the map: the style, what it says of the story besides, and the whole of its data. */
import type { FeatureCollection } from 'geojson';
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { INDEX } from '$lib/drawing/switches';
import type { MapIndex } from '$lib/model';

export interface ReadStyle {
	style: StyleSpecification;
	index: MapIndex;
	readWhole: () => Promise<Record<string, FeatureCollection>>;
}

/** `address`: a whole one. Rejects where the style does not arrive whole, or where `signal` no longer wants it. */
export async function readStyle(address: string, signal: AbortSignal): Promise<ReadStyle> {
	const style = (await readJson(address, signal)) as StyleSpecification;
	const { [INDEX]: index } = style.metadata as Record<typeof INDEX, MapIndex>;
	return {
		style,
		index,
		readWhole: () =>
			readJson(new URL('whole.json', address).href, signal) as Promise<Record<string, FeatureCollection>>
	};
}

async function readJson(address: string, signal: AbortSignal): Promise<unknown> {
	const response = await fetch(address, { signal });
	if (!response.ok) throw new Error(`${address} could not be read: ${response.status}`);
	return response.json();
}
