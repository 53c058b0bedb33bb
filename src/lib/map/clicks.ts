/** Handles clicks and taps on places and clusters of the live map, and sets its cursor. */
import type { Position } from 'geojson';
import type { GeoJSONSource, Map, MapGeoJSONFeature } from 'maplibre-gl';
import type { Part } from '$lib/model/drawing';
import type { Point } from './card-position';
import { pick } from './pick';

/**
 * Half the side, in CSS pixels, of the square around a click in which places are looked for. A finger is not exact.
 */
const TOLERANCE = 12;

const hasHover = matchMedia('(hover: hover)');

/**
 * Calls `onpick` with the place that a click selects, or undefined, and the position of the click. A click on a cluster
 * zooms in instead, unless a symbol is under the click too.
 * @param layers ids of the style layers that draw places
 */
export function listenToClicks(
	map: Map,
	layers: string[],
	onpick: (place: string | undefined, position: Position) => void
): void {
	const featuresAt = ({ x, y }: Point, tolerance: number): MapGeoJSONFeature[] => {
		const box: [[number, number], [number, number]] = [
			[x - tolerance, y - tolerance],
			[x + tolerance, y + tolerance]
		];
		return map.queryRenderedFeatures(box, { layers });
	};
	const partsOf = (features: MapGeoJSONFeature[]): Part[] =>
		features.flatMap(({ properties }) => (properties['part'] ? [properties as unknown as Part] : []));
	map.on('click', ({ point, lngLat }) => {
		const features = featuresAt(point, 0);
		const symbol = pick(partsOf(features).filter(({ part }) => part === 'symbol'));
		const cluster = features.find(({ properties }) => properties['cluster_id'] !== undefined);
		if (!symbol && cluster) return void zoomToCluster(map, cluster);
		onpick(symbol ?? pick(partsOf(featuresAt(point, TOLERANCE))), lngLat.toArray());
	});
	map.on('mousemove', ({ point }) => {
		// After a tap browsers fire `mousemove` too, but there is no cursor.
		if (!hasHover.matches) return;
		map.getCanvas().style.cursor = featuresAt(point, 2).length > 0 ? 'pointer' : '';
	});
}

/** Zooms to where MapLibre draws the cluster as several symbols or smaller clusters. */
async function zoomToCluster(
	map: Map,
	{ source: id, geometry, properties }: MapGeoJSONFeature
): Promise<void> {
	const source = map.getSource<GeoJSONSource>(id);
	if (!source || geometry.type !== 'Point') return;
	const zoom = await source.getClusterExpansionZoom(properties['cluster_id'] as number);
	map.easeTo({ center: geometry.coordinates as [number, number], zoom });
}
