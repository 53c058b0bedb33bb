/** The only file that knows MapLibre GL itself: its worker, and the options this project gives it. */
import {
	clearPrewarmedResources,
	Map,
	prewarm,
	ScaleControl,
	setWorkerUrl,
	type MapOptions
} from 'maplibre-gl';

/** The one that `startWorker` was given. */
let workerUrl = '';

interface TrustedTypes {
	createPolicy(name: 'default', rules: { createScriptURL: (url: string) => string | null }): void;
}

/**
 * The site's policy enforces Trusted Types (https://www.w3.org/TR/trusted-types/): nothing can write HTML or script
 * into the page. The one address of a script that may be started is MapLibre's worker; in a sandboxed frame, which has
 * no origin, MapLibre starts it from a data: address.
 */
(globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', {
	createScriptURL: (url) =>
		url === workerUrl || (globalThis.origin === 'null' && url.startsWith('data:')) ? url : null
});

/** What MapLibre says over a map in a page's frame, when one finger or the wheel alone would move it. */
const COOPERATION = {
	'CooperativeGesturesHandler.WindowsHelpText': 'Use Ctrl and the wheel to zoom the map',
	'CooperativeGesturesHandler.MacHelpText': 'Use ⌘ and the wheel to zoom the map',
	'CooperativeGesturesHandler.MobileHelpText': 'Use two fingers to move the map'
};

/**
 * `address`: a whole one. Left to a map, the worker would begin only when the page has made it, and has time again. It
 * ends, as the map does, once `signal` is aborted.
 */
export function startWorker(address: string, signal: AbortSignal): void {
	if (signal.aborted) return;
	workerUrl = address;
	setWorkerUrl(workerUrl);
	prewarm();
	// MapLibre keeps it as long as there is a map.
	signal.addEventListener('abort', () => queueMicrotask(clearPrewarmedResources));
}

/** Throws GPUInitializationError where there is no WebGL2. */
export function createMap(
	options: Pick<MapOptions, 'container' | 'style' | 'globalState' | 'center' | 'zoom'> & {
		cooperativeGestures: boolean;
	}
): Map {
	const map = new Map({
		...options,
		locale: COOPERATION,
		maxZoom: 13,
		dragRotate: false,
		pitchWithRotate: false,
		touchPitch: false,
		rollEnabled: false,
		renderWorldCopies: false,
		// The build has checked it (tests/unit/style.test.ts).
		validateStyle: false,
		// Names that fade in would keep the map drawing, and the page waiting for it, a third of a second longer.
		fadeDuration: 0,
		// The credits are the page's own footer: no HTML from data reaches the document.
		attributionControl: false
	});
	// Decoration to assistive technology, which has the list; a press gives it focus for the arrow keys.
	map.getCanvas().tabIndex = -1;
	// There is no horizon in a map that lies flat: its sky would be one more program to make ready, and drawn in every frame.
	map.on('style.load', () => Object.assign(map.style.sky, { getEvaluated: () => undefined }));
	map.touchZoomRotate.disableRotation();
	map.keyboard.disableRotation();
	// The scale would have the page laid out anew while the map is made: it comes with the first picture.
	map.once('idle', () => map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-left'));
	return map;
}

/** The sources of a map tell its worker that they are gone, and throw where that has not come yet, or never will. */
export function removeMap(map: Map): void {
	const { dispatcher, tileManagers } = map.style ?? {};
	if (dispatcher?.actors.length === 0)
		for (const manager of Object.values(tileManagers ?? {}))
			Object.assign(manager.getSource(), { actorPromise: new Promise(() => undefined) });
	map.remove();
}

/** A press has MapLibre draw the whole map anew. Puts that off until the page has shown what it says to the press. */
export function drawLater(map: Map): void {
	map._frameRequest?.abort();
	Object.assign(map, { _frameRequest: null });
	requestAnimationFrame(() => setTimeout(() => map.triggerRepaint()));
}
