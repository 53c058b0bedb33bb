/** Whether a live map shows something, and whether the graphics processor has painted it. */
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Map } from 'maplibre-gl';

/** Milliseconds. */
const GLANCE = 4;

/**
 * True once the graphics processor has painted what it was told to; false where that comes to nothing. To show the map
 * before would keep the whole page waiting for it: a processor without graphics paints for most of a second.
 */
export async function isPainted(canvas: HTMLCanvasElement, signal: AbortSignal): Promise<boolean> {
	const [context, fence] = fenceIn(canvas);
	if (!context || !fence) return false;
	while (!signal.aborted && !context.isContextLost()) {
		if (context.getSyncParameter(fence, context.SYNC_STATUS) === context.SIGNALED) return true;
		await new Promise((resolve) => setTimeout(resolve, GLANCE));
	}
	return false;
}

/** Hands on what has been drawn, and sets a mark behind it: https://registry.khronos.org/webgl/specs/latest/2.0/#3.7.14 */
export function fenceIn(
	canvas: HTMLCanvasElement
): [context: WebGL2RenderingContext | null, fence: WebGLSync | undefined] {
	const context = canvas.getContext('webgl2');
	const fence = context?.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0) ?? undefined;
	context?.flush();
	return [context, fence];
}

/**
 * MapLibre says that it has loaded where it has not: without its worker no source has come, and nothing is drawn. To
 * look at a pixel itself would wait for the whole picture, seconds of the main thread where the processor draws it.
 */
export function showsSomething(map: Map, { sources, layers: [lowest] }: StyleSpecification): boolean {
	if (!Object.keys(sources).every((source) => map.isSourceLoaded(source))) return false;
	// In the middle there is land, mostly: to list what is drawn anywhere takes a while.
	const { clientWidth: width, clientHeight: height } = map.getContainer();
	const layers = lowest ? [lowest.id] : [];
	return (
		map.queryRenderedFeatures([width / 2, height / 2], { layers }).length > 0 ||
		map.queryRenderedFeatures().length > 0
	);
}
