/** The map begins with what its first view shows; the whole is fetched when a reader goes further or comes nearer. */
import type { BBox, FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map } from 'maplibre-gl';

/**
 * `read`: the data of all the world, by source. Where it does not come, rough shapes stay where the reader has gone,
 * and it is asked for again with the next move. What is returned is to be called once the beginning has been drawn:
 * until then, however rough it is, the whole would only keep it.
 */
export function bringWhole(
	map: Map,
	surroundings: BBox,
	read: () => Promise<Record<string, FeatureCollection>>
): () => void {
	let asked = false;
	let begun = false;
	const look = async (): Promise<void> => {
		if (asked || !begun || shows(map, surroundings)) return;
		asked = true;
		try {
			for (const [source, data] of Object.entries(await read()))
				map.getSource<GeoJSONSource>(source)?.setData(data);
		} catch {
			map.once('movestart', () => (asked = false));
		}
	};
	// Of a context that was lost, too: the style that comes back is the one that the map began with.
	map.on('style.load', () => (asked = begun = false));
	map.on('move', () => void look());
	return () => {
		begun = true;
		void look();
	};
}

/** Of the surroundings' width; in a view of less one sees what is not there. */
const NEAREST = 1 / 4;

function shows(map: Map, [west, south, east, north]: BBox): boolean {
	const view = map.getBounds();
	const width = view.getEast() - view.getWest();
	return (
		width >= (east - west) * NEAREST &&
		view.getWest() >= west &&
		view.getEast() <= east &&
		view.getSouth() >= south &&
		view.getNorth() <= north
	);
}
