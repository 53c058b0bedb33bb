/** Checks whether the live map has rendered what its camera looks at, and whether the GPU has finished it. */
import type { Map } from 'maplibre-gl';
import type { WorldData } from './map-data';

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
 * Resolves to true when the map has rendered all that its camera looks at now, and to false when it cannot. The data must
 * be in its sources.
 */
async function waitUntilRendered(map: Map, signal: AbortSignal): Promise<boolean> {
	const idle = map.once('idle');
	// A map that is idle already fires the event only after another frame.
	map.triggerRepaint();
	await idle;
	return (await waitForGpu(map, signal)) && isRendered(map);
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

/** What covers the map (a still map) while the map has not rendered what its camera looks at. */
export interface Cover {
	cover(): void;
	/** Uncovers the map when it has rendered what its camera looks at, unless the cover is needed again before. */
	uncover(): void;
}

export function createCover(
	map: Map,
	world: WorldData,
	{ signal, oncover }: { signal: AbortSignal; oncover: (covered: boolean) => void }
): Cover {
	/** What waits to uncover the map. If the map is covered again meanwhile, it must not. */
	let waiting: object | undefined;
	const uncover = async (): Promise<void> => {
		const own = (waiting = {});
		// The camera is moved after this was called, in the same task.
		await Promise.resolve();
		const isComplete = (await world.completed()) && (await waitUntilRendered(map, signal));
		if (own !== waiting) return;
		waiting = undefined;
		if (isComplete) oncover(false);
	};
	return {
		cover() {
			waiting = undefined;
			oncover(true);
		},
		uncover() {
			if (!waiting) void uncover();
		}
	};
}
