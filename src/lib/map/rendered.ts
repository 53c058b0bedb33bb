/** Whether the live map shows something, and whether the GPU has finished it. */
import type { Map } from 'maplibre-gl';

/** Milliseconds between two looks at the GPU. */
const INTERVAL = 4;

/** MapLibre says that it has loaded where it has not: without its worker no source has come, and nothing is drawn. */
export function rendersSomething(map: Map): boolean {
	const sources = Object.keys(map.getStyle()?.sources ?? {});
	if (!sources.every((source) => map.isSourceLoaded(source))) return false;
	// In the middle there is land, mostly: to list what is drawn anywhere takes a while.
	const { clientWidth: width, clientHeight: height } = map.getContainer();
	return (
		map.queryRenderedFeatures([width / 2, height / 2]).length > 0 || map.queryRenderedFeatures().length > 0
	);
}

/**
 * Whether the GPU has finished what MapLibre has told it to draw: false where it was lost before, or where `signal`
 * no longer wants it. A canvas that is shown earlier holds up the page: the browser's main thread waits for it, 1.3
 * seconds on a slow phone's processor (docs/decisions/map-component.md).
 * Spec: https://registry.khronos.org/webgl/specs/latest/2.0/#3.7.14
 */
export async function gpuFinishes(map: Map, signal: AbortSignal): Promise<boolean> {
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
