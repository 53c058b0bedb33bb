/** The font of the live map'''s labels. MapLibre draws each glyph once, so the font is awaited before the first label. */
import type { StyleSpecification, SymbolLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { FONT } from './constants';

/** Milliseconds to wait at most for the font. Without it, the map has the system's. */
const FONT_TIMEOUT = 300;
const SYSTEM_FONT = 'sans-serif';

/**
 * Whether the font can be used: all its files have loaded, or do so in time. A sandboxed frame may not load fonts, if the
 * host does not send CORS headers.
 */
export async function isFontLoaded(): Promise<boolean> {
	// Firefox has the name in quotation marks.
	const faces = [...document.fonts].filter(({ family }) => family.replaceAll('"', '') === FONT);
	const timeout = new Promise<boolean>((resolve) => setTimeout(resolve, FONT_TIMEOUT, false));
	const loaded = Promise.all(faces.map((face) => face.load())).then(
		() => faces.length > 0,
		() => false
	);
	return Promise.race([loaded, timeout]);
}

/** The style with the system's font: MapLibre would wait for the other one as long as it loads. */
export const inSystemFont = (style: StyleSpecification): StyleSpecification => ({
	...style,
	layers: style.layers.map((layer) => {
		if (layer.type !== 'symbol') return layer;
		const layout = JSON.stringify(layer.layout ?? {}).replaceAll(`"${FONT}"`, `"${SYSTEM_FONT}"`);
		return { ...layer, layout: JSON.parse(layout) as SymbolLayerSpecification['layout'] } as typeof layer;
	})
});
