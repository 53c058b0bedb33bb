/** What deriving yields of a place, and the few operations on shapes that it shares. */
import { bbox as bboxOf } from '@turf/turf';
import type { BBox, Geometry, Point, Position } from 'geojson';
import type { Part } from '$lib/model/drawing';

export interface DerivedPart extends Pick<Part, 'part' | 'extent' | 'from' | 'until'> {
	geometry: Geometry;
}

export interface Derived {
	parts: DerivedPart[];
	anchor: Position;
	bbox: BBox;
}

/** Degrees; derived outlines need no more. */
export const DECIMALS = 5;

/** Without the digits that deriving adds. */
export function trimmed<G extends Geometry>(geometry: G): G {
	return JSON.parse(JSON.stringify(geometry), (_key, value: unknown) =>
		typeof value === 'number' ? Number(value.toFixed(DECIMALS)) : value
	) as G;
}

/** Across the antimeridian east goes on beyond 180, as MapLibre takes it; published it is as RFC 7946 has it. */
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
