/** Rounds coordinates to the precision of their place, so that none is more exact than it is known. */
import type { Position } from 'geojson';
import { positionsOf } from './geometry';
import type { Surveyed } from './surveyed';

type Place = Pick<Surveyed, 'geometry' | 'properties'>;

/** Of latitude. */
const METRES_PER_DEGREE = 111_320;
/** Rounded to the precision itself, an outline would become a staircase. */
const EXTRA_DECIMALS_OF_OUTLINES = 1;

/** The fewest decimals of a degree of latitude whose last digit counts no more metres than the precision. */
function decimalsFor(precision: number): number {
	return Math.max(0, Math.ceil(Math.log10(METRES_PER_DEGREE / precision)));
}

const rounded = (position: Position, decimals: number): Position =>
	position.map((degrees) => Number(degrees.toFixed(decimals)));

/**
 * A function that rounds the geometry of one of the places to the precision of that place. A vertex that
 * several outlines share is rounded to the highest precision among them, so that they still share it.
 */
export function rounding(places: Place[]): (place: Place) => Surveyed['geometry'] {
	const decimalsByVertex = new Map<string, number>();
	for (const { geometry, properties } of places) {
		if (!geometry || geometry.type === 'Point' || !properties.precision) continue;
		const decimals = decimalsFor(properties.precision) + EXTRA_DECIMALS_OF_OUTLINES;
		for (const position of positionsOf(geometry)) {
			const key = String(position);
			decimalsByVertex.set(key, Math.max(decimalsByVertex.get(key) ?? 0, decimals));
		}
	}
	return ({ geometry, properties: { precision } }) => {
		if (!geometry || !precision) return geometry;
		if (geometry.type === 'Point')
			return { type: 'Point', coordinates: rounded(geometry.coordinates, decimalsFor(precision)) };
		return JSON.parse(JSON.stringify(geometry), (_key, value: unknown) =>
			Array.isArray(value) && typeof value[0] === 'number'
				? rounded(value as Position, decimalsByVertex.get(String(value)) ?? 0)
				: value
		) as typeof geometry;
	};
}
