/** Reads what the build made for the map: the style, what it says of the story besides, and the whole of its data. */
import type { FeatureCollection } from 'geojson';
import type { FontFacesSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { INDEX } from '$lib/drawing/switches';
import type { MapIndex } from '$lib/model';

export interface ReadStyle {
	style: StyleSpecification;
	index: MapIndex;
	readWhole: () => Promise<Record<string, FeatureCollection>>;
}

/** Rejects where the style does not arrive whole, or where `signal` no longer wants it. */
export async function readStyle(address: string, signal: AbortSignal): Promise<ReadStyle> {
	const url = new URL(address, document.baseURI);
	const style = (await readJson(url, signal)) as StyleSpecification;
	const { [INDEX]: index } = style.metadata as Record<typeof INDEX, MapIndex>;
	const fonts = withWholeAddresses(style['font-faces'], url);
	// MapLibre asks for them when it comes to the names, and draws nothing of the map until they are there.
	for (const { url } of Object.values(fonts).flat()) void fetch(url, { signal }).catch(() => undefined);
	return {
		style: { ...style, 'font-faces': fonts },
		index,
		readWhole: () =>
			readJson(new URL('whole.json', url), signal) as Promise<Record<string, FeatureCollection>>
	};
}

async function readJson(url: URL, signal: AbortSignal): Promise<unknown> {
	const response = await fetch(url, { signal });
	if (!response.ok) throw new Error(`${url.pathname} could not be read: ${response.status}`);
	return response.json();
}

type Face = Exclude<FontFacesSpecification[string], string>[number];

/** MapLibre would take the addresses of fonts as relative to the page, not to the style. */
function withWholeAddresses(faces: FontFacesSpecification = {}, url: URL): Record<string, Face[]> {
	const whole = Object.entries(faces).map(([name, files]): [string, Face[]] => [
		name,
		[files]
			.flat()
			.map((file) => (typeof file === 'string' ? { url: file } : file))
			.map((file) => ({ ...file, url: new URL(file.url, url).href }))
	]);
	return Object.fromEntries(whole);
}
