/** The only file that knows MapLibre GL itself: its worker, and the options this project gives it. */
import { Map, ScaleControl, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { BBox } from 'geojson';

setWorkerUrl(workerUrl);

/** Throws GPUInitializationError where there is no WebGL2. */
export function createMap(
	container: HTMLElement,
	style: StyleSpecification,
	bbox: BBox,
	globalState: Record<string, unknown>
): Map {
	const map = new Map({
		container,
		style,
		globalState,
		bounds: bbox as [number, number, number, number],
		fitBoundsOptions: { padding: 0 },
		maxZoom: 13,
		dragRotate: false,
		pitchWithRotate: false,
		touchPitch: false,
		rollEnabled: false,
		renderWorldCopies: false,
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
