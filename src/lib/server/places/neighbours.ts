/** Finds which other places are drawn where a place is, for the links on its card. */
import { bbox as bboxOf, booleanIntersects } from '@turf/turf';
import Flatbush from 'flatbush';
import { point, type Derived, type DerivedPart } from './shapes';

/**
 * For each place that is drawn, the ids of others that are drawn where it is, the smallest first:
 * - areas that contain its anchor or, if it is a line or a stretch, that its line runs through;
 * - if it is a point, also lines, stretches and extents that its own stretch or extent touches.
 */
export function neighbours(all: Map<string, Derived>): Map<string, string[]> {
	const drawn = [...all].flatMap(
		([
			id,
			{
				parts: [main],
				anchor
			}
		]) => (main ? [{ id, main, anchor }] : [])
	);
	if (drawn.length === 0) return new Map();
	const boxIndex = new Flatbush(drawn.length);
	for (const { main } of drawn) boxIndex.add(...boxOf(main));
	boxIndex.finish();
	return new Map(
		drawn.map(({ id, main, anchor }) => {
			const isLinear = main.part === 'line' || main.part === 'stretch';
			const isPoint = main.part === 'extent' || main.part === 'stretch';
			const candidates = new Set(
				[boxOf(main), boxOf({ geometry: point(anchor) })].flatMap((box) => boxIndex.search(...box))
			);
			const found = [...candidates].flatMap((order) => {
				const other = drawn[order];
				if (!other || other.id === id) return [];
				const isOtherArea = other.main.part === 'area';
				if (!isOtherArea && !isPoint) return [];
				const geometry = !isOtherArea || isLinear ? main.geometry : point(anchor);
				return booleanIntersects(other.main.geometry, geometry) ? [{ ...other, order }] : [];
			});
			found.sort((a, b) => a.main.extent - b.main.extent || a.order - b.order);
			return [id, found.map(({ id }) => id)];
		})
	);
}

const boxOf = ({ geometry }: Pick<DerivedPart, 'geometry'>): [number, number, number, number] => {
	const [west, south, east, north] = bboxOf(geometry);
	return [west, south, east, north];
};
