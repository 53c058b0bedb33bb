/** What is derived from a place to draw it, and operations on geometries that several modules share. */
import { bbox as bboxOf } from '@turf/turf';
import type { BBox, Geometry, Point, Position } from 'geojson';
import type { Part } from '$lib/model/drawing';

export interface DerivedPart extends Pick<Part, 'part' | 'extent' | 'from' | 'until' | 'left'> {
	geometry: Geometry;
}

export interface Derived {
	/** The first part is the one that stands for the place; the others are its symbol and labels. */
	parts: DerivedPart[];
	/** Where its card and label point. */
	anchor: Position;
	/** See `boxOf`. */
	bbox: BBox;
}

/** Decimals of a degree in derived geometry: the last one is about a metre. */
export const DECIMALS = 5;

/** The geometry rounded to `DECIMALS`. */
export function trimmed<G extends Geometry>(geometry: G): G {
	return JSON.parse(JSON.stringify(geometry), (_key, value: unknown) =>
		typeof value === 'number' ? Number(value.toFixed(DECIMALS)) : value
	) as G;
}

/**
 * The bounding box in degrees. A geometry wider than 180 degrees is taken to cross the antimeridian: then east
 * is above 180, as MapLibre needs it. RFC 7946 (5.2) has an east that is less than west instead.
 */
export function boxOf(geometry: Geometry): BBox {
	const [west, south, east, north] = bboxOf(geometry);
	if (east - west <= 180) return [west, south, east, north];
	const [shiftedWest, , shiftedEast] = bboxOf(
		JSON.parse(JSON.stringify(geometry), (_key, value: unknown) =>
			Array.isArray(value) && typeof value[0] === 'number' && value[0] < 0
				? [value[0] + 360, ...(value.slice(1) as number[])]
				: value
		) as Geometry
	);
	return [shiftedWest, south, shiftedEast, north];
}

export const point = (coordinates: Position): Point => ({ type: 'Point', coordinates });
