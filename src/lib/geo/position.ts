/** Positions as RFC 7946 has them: longitude before latitude, WGS 84 degrees. */
import type { BBox, Position } from 'geojson';

export type LonLat = [longitude: number, latitude: number];

/** GeoJSON's type is a list of any length. What the gate has let in has a longitude and a latitude. */
export const lonLat = (position: Position): LonLat => position as LonLat;

/** How far a position lies outside a box, in degrees: 0 within it. */
export function degreesOutside([west, south, east, north]: BBox, position: Position): number {
	const [longitude, latitude] = lonLat(position);
	return Math.hypot(
		Math.max(west - longitude, 0, longitude - east),
		Math.max(south - latitude, 0, latitude - north)
	);
}
