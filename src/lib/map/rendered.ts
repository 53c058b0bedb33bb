/** Checks whether the live map has rendered something, and whether the GPU has finished it. */
import type { Map } from 'maplibre-gl';

/** Milliseconds between two queries of the fence. */
const INTERVAL = 4;

/** MapLibre fires `idle` even when its worker could not start. Then no source is loaded and no feature is rendered. */
export function isRendered(map: Map): boolean {
	const sources = Object.keys(map.getStyle()?.sources ?? {});
	if (!sources.every((source) => map.isSourceLoaded(source))) return false;
	// Querying the center is much faster than querying the whole map, and there is usually land.
	const { clientWidth: width, clientHeight: height } = map.getContainer();
	return (
		map.queryRenderedFeatures([width / 2, height / 2]).length > 0 || map.queryRenderedFeatures().length > 0
	);
}

/**
 * Resolves to true when the GPU has finished all commands of MapLibre so far, and to false when the context is lost or
 * `signal` is aborted before. If the canvas is shown earlier, the main thread may block until the GPU has finished
 * (docs/decisions/map-component.md).
 * Spec: https://registry.khronos.org/webgl/specs/latest/2.0/#3.7.14
 */
export async function waitForGpu(map: Map, signal: AbortSignal): Promise<boolean> {
	const context = map.getCanvas().getContext('webgl2');
	const fence = context?.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0);
	if (!context || !fence) return false;
	context.flush();
	while (!signal.aborted && !context.isContextLost()) {
		if (context.getSyncParameter(fence, context.SYNC_STATUS) === context.SIGNALED) return true;
		await new Promise((resolve) => setTimeout(resolve, INTERVAL));
	}
	return false;
}
