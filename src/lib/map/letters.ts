/**
 * Names are set in the reader's fonts, of which MapLibre draws each letter itself: on the page's thread, all at once, when
 * its worker has come so far as to ask for them, and waits. So they are drawn while the worker is not so far, a few at a
 * time: presses come in between.
 */
import type { Map } from 'maplibre-gl';
import { FONT } from '$lib/drawing/switches';

/** A slow telephone takes some 20 ms for as many. */
const FEW = 6;

/** `letters`: those that the first view will need. What else a name needs is drawn when it is asked for. */
export async function drawLetters(map: Map, letters: string, signal: AbortSignal): Promise<void> {
	const { glyphManager } = map.style;
	const all = [...letters];
	for (let next = 0; next < all.length && !signal.aborted; next += FEW) {
		await new Promise((resolve) => setTimeout(resolve));
		await glyphManager.getGlyphs({ [FONT]: { default: all.slice(next, next + FEW) } });
	}
}
