/** Whether a live map shows something. */
import type { Map } from 'maplibre-gl';

/** MapLibre says that it has loaded where it has not: without its worker no source has come, and nothing is drawn. */
export function showsSomething(map: Map): boolean {
	const sources = Object.keys(map.getStyle()?.sources ?? {});
	if (!sources.every((source) => map.isSourceLoaded(source))) return false;
	// In the middle there is land, mostly: to list what is drawn anywhere takes a while.
	const { clientWidth: width, clientHeight: height } = map.getContainer();
	return (
		map.queryRenderedFeatures([width / 2, height / 2]).length > 0 || map.queryRenderedFeatures().length > 0
	);
}
