/** Reads the style that the build made, and what it says of the story besides. */
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { INDEX } from '$lib/drawing/switches';
import type { MapIndex } from '$lib/model';

export interface ReadStyle {
	style: StyleSpecification;
	index: MapIndex;
}

/** Rejects where the style does not arrive whole, or where `signal` no longer wants it. */
export async function readStyle(address: string, signal: AbortSignal): Promise<ReadStyle> {
	const url = new URL(address, document.baseURI);
	const response = await fetch(url, { signal });
	if (!response.ok) throw new Error(`The map's style could not be read: ${response.status}`);
	const style = (await response.json()) as StyleSpecification;
	const { [INDEX]: index } = style.metadata as Record<typeof INDEX, MapIndex>;
	return { style: { ...style, 'font-faces': withWholeAddresses(style['font-faces'], url) }, index };
}

/** MapLibre would take the addresses of fonts as relative to the page, not to the style. */
function withWholeAddresses(
	faces: StyleSpecification['font-faces'],
	url: URL
): StyleSpecification['font-faces'] & object {
	const whole = Object.entries(faces ?? {}).map(([name, files]) => [
		name,
		[files]
			.flat()
			.map((file) => (typeof file === 'string' ? file : { ...file, url: new URL(file.url, url).href }))
	]);
	return Object.fromEntries(whole) as StyleSpecification['font-faces'] & object;
}
