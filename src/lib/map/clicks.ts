/** Clicks and taps on the live map: on a place, on a cluster of symbols, or on nothing. */
import type { Position } from 'geojson';
import type { GeoJSONSource, Map, MapGeoJSONFeature } from 'maplibre-gl';
import type { Part } from '$lib/model/drawing';
import type { Point } from './card-position';
import { pick } from './pick';

/** Half the side of the square around a press in which places are looked for; a finger is about that wide. */
const REACH = 12;

const hovers = matchMedia('(hover: hover)');

/** `layers`: the style layers of places. Calls `onpick` with the place that a press means, or none, and where it was. */
export function listenToClicks(
	map: Map,
	layers: string[],
	onpick: (place: string | undefined, at: Position) => void
): void {
	const featuresAt = ({ x, y }: Point, reach: number): MapGeoJSONFeature[] => {
		const box: [[number, number], [number, number]] = [
			[x - reach, y - reach],
			[x + reach, y + reach]
		];
		return map.queryRenderedFeatures(box, { layers });
	};
	const partsOf = (features: MapGeoJSONFeature[]): Part[] =>
		features.flatMap(({ properties }) => (properties['part'] ? [properties as unknown as Part] : []));
	map.on('click', ({ point, lngLat }) => {
		const here = featuresAt(point, 0);
		const symbol = pick(partsOf(here).filter(({ part }) => part === 'symbol'));
		const cluster = here.find(({ properties }) => properties['cluster_id'] !== undefined);
		if (!symbol && cluster) return void spread(map, cluster);
		onpick(symbol ?? pick(partsOf(featuresAt(point, REACH))), lngLat.toArray());
	});
	map.on('mousemove', ({ point }) => {
		// A finger that presses is told as a move too, and has no cursor.
		if (!hovers.matches) return;
		map.getCanvas().style.cursor = featuresAt(point, 2).length > 0 ? 'pointer' : '';
	});
}

/** So near that the symbols of a cluster stand apart. */
async function spread(map: Map, { source: id, geometry, properties }: MapGeoJSONFeature): Promise<void> {
	const source = map.getSource<GeoJSONSource>(id);
	if (!source || geometry.type !== 'Point') return;
	const zoom = await source.getClusterExpansionZoom(properties['cluster_id'] as number);
	map.easeTo({ center: geometry.coordinates as [number, number], zoom });
}
