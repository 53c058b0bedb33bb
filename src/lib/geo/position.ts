/** GeoJSON positions (RFC 7946, 3.1.1): longitude, then latitude, in WGS 84 degrees. */
import type { BBox, Position } from 'geojson';

export type LonLat = [longitude: number, latitude: number];

/** The type of GeoJSON allows any length; the schemas ensure that a position has a longitude and a latitude. */
export const lonLat = (position: Position): LonLat => position as LonLat;

/** Distance of a position from a bbox in degrees, on the plane of longitude and latitude; 0 inside the bbox. */
export function degreesOutside([west, south, east, north]: BBox, position: Position): number {
	const [longitude, latitude] = lonLat(position);
	return Math.hypot(
		Math.max(west - longitude, 0, longitude - east),
		Math.max(south - latitude, 0, latitude - north)
	);
}
