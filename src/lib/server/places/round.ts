/** Nothing is drawn or published finer than it is known: coordinates are rounded to the stated precision. */
import type { Position } from 'geojson';
import { positionsOf } from './geometry';
import type { Surveyed } from './surveyed';

type Known = Pick<Surveyed, 'geometry' | 'properties'>;

const METRES_PER_DEGREE = 111_320;
/** At the precision itself an outline would become a staircase. */
const MORE_FOR_OUTLINES = 1;

/** Decimals of a degree whose last step is no larger than the precision. */
function decimals(precision: number): number {
	return Math.max(0, Math.ceil(Math.log10(METRES_PER_DEGREE / precision)));
}

const rounded = (position: Position, digits: number): Position =>
	position.map((degrees) => Number(degrees.toFixed(digits)));

/**
 * Rounds each place to its own precision. A vertex that outlines share is rounded to that of the most precise of them,
 * so that they still share it: a country ends where its border runs.
 */
export function rounding(places: Known[]): (place: Known) => Surveyed['geometry'] {
	const shared = new Map<string, number>();
	for (const { geometry, properties } of places) {
		if (!geometry || geometry.type === 'Point' || !properties.precision) continue;
		const digits = decimals(properties.precision) + MORE_FOR_OUTLINES;
		for (const position of positionsOf(geometry)) {
			const key = String(position);
			shared.set(key, Math.max(shared.get(key) ?? 0, digits));
		}
	}
	return ({ geometry, properties: { precision } }) => {
		if (!geometry || !precision) return geometry;
		if (geometry.type === 'Point')
			return { type: 'Point', coordinates: rounded(geometry.coordinates, decimals(precision)) };
		return JSON.parse(JSON.stringify(geometry), (_key, value: unknown) =>
			Array.isArray(value) && typeof value[0] === 'number'
				? rounded(value as Position, shared.get(String(value)) ?? 0)
				: value
		) as typeof geometry;
	};
}
