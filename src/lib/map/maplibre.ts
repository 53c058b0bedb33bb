/** The only file that loads MapLibre GL: its worker, and the options this project gives it. */
import { Map, ScaleControl, setWorkerUrl, type MapOptions } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { pointShapes, symbolImage } from '$lib/style/symbols';
import { words } from '$lib/words/words';

interface TrustedTypes {
	createPolicy(name: 'default', rules: { createScriptURL: (url: string) => string | null }): void;
}

/**
 * The site's policy enforces Trusted Types (https://www.w3.org/TR/trusted-types/), so only URLs that a policy accepts can
 * start a script. This one accepts MapLibre's worker. In a sandboxed frame, which has an opaque origin, MapLibre starts it
 * from a data: URL.
 */
(globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', {
	createScriptURL: (url) =>
		url === workerUrl || (globalThis.origin === 'null' && url.startsWith('data:')) ? url : null
});

setWorkerUrl(workerUrl);

/** Our words for the texts of MapLibre that are shown. */
const LOCALE = {
	'Map.Title': words.map.region,
	'ScaleControl.Meters': words.map.metres,
	'ScaleControl.Kilometers': words.map.kilometres,
	'CooperativeGesturesHandler.WindowsHelpText': words.map.useCtrl,
	'CooperativeGesturesHandler.MacHelpText': words.map.useCommand,
	'CooperativeGesturesHandler.MobileHelpText': words.map.useTwoFingers
};

/** Throws GPUInitializationError where there is no WebGL2. */
export function createMap(
	options: Pick<MapOptions, 'container' | 'style' | 'center' | 'zoom'> & { cooperativeGestures: boolean }
): Map {
	const map = new Map({
		...options,
		locale: LOCALE,
		maxZoom: 13,
		dragRotate: false,
		pitchWithRotate: false,
		touchPitch: false,
		rollEnabled: false,
		renderWorldCopies: false,
		// The build has checked it (tests/unit/style/style.test.ts).
		validateStyle: false,
		// Names that fade in would keep the map drawing, and the page waiting for it, a third of a second longer.
		fadeDuration: 0,
		// The credits are the page's own footer: no HTML from data reaches the document.
		attributionControl: false
	});
	// Decoration to assistive technology, which has the list; a press gives it focus for the arrow keys.
	map.getCanvas().tabIndex = -1;
	map.touchZoomRotate.disableRotation();
	map.keyboard.disableRotation();
	map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-left');
	return map;
}

/**
 * Returns a function that removes the map as soon as that is possible: when its worker has answered, or an error has shown
 * that it never will. In a sandboxed frame MapLibre fetches its worker, and a map that is removed before then throws.
 */
export function removeWhenPossible(map: Map): () => void {
	let isRemovalRequested = false;
	let isRemovable = false;
	const removeIfBoth = (): void => {
		if (isRemovalRequested && isRemovable) map.remove();
	};
	const setRemovable = (): void => {
		if (!isRemovable) queueMicrotask(removeIfBoth);
		isRemovable = true;
	};
	// Content of a source comes from the worker.
	map.on('sourcedata', ({ sourceDataType }) => {
		if (sourceDataType === 'content') setRemovable();
	});
	map.once('error', setRemovable);
	return () => {
		isRemovalRequested = true;
		removeIfBoth();
	};
}

/** Adds the images of the symbols, again after a lost context was restored. */
export function addImages(map: Map): void {
	map.on('style.load', () => {
		for (const shape of pointShapes) {
			const images = { [shape]: symbolImage(shape, false), [`${shape} hollow`]: symbolImage(shape, true) };
			for (const [name, image] of Object.entries(images))
				if (!map.hasImage(name)) map.addImage(name, image, { sdf: true, pixelRatio: 2 });
		}
	});
}

/** A copy of what the map shows. */
export function copyCanvas(map: Map): HTMLCanvasElement {
	const canvas = map.getCanvas();
	const copy = document.createElement('canvas');
	[copy.width, copy.height] = [canvas.width, canvas.height];
	copy.style.width = `${canvas.clientWidth}px`;
	// Without `preserveDrawingBuffer` a WebGL canvas can be read only in the task that has drawn it.
	map.redraw();
	copy.getContext('2d')?.drawImage(canvas, 0, 0);
	return copy;
}
