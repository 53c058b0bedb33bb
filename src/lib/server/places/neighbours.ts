/** What is drawn at the same spot. */
import { bbox as bboxOf, booleanIntersects } from '@turf/turf';
import Flatbush from 'flatbush';
import { point, type Derived, type DerivedPart } from './shapes';

/**
 * For each place the ids of those that are drawn where it is, the most specific first: the areas that hold it, or
 * through which a line or stretch runs, and for a place known as a point also the lines, stretches and extents that its
 * own touches.
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
	const index = new Flatbush(drawn.length);
	for (const { main } of drawn) index.add(...boxOf(main));
	index.finish();
	return new Map(
		drawn.map(({ id, main, anchor }) => {
			const whole = main.part === 'line' || main.part === 'stretch';
			const touching = main.part === 'extent' || main.part === 'stretch';
			const near = new Set(
				[boxOf(main), boxOf({ geometry: point(anchor) })].flatMap((box) => index.search(...box))
			);
			const here = [...near].flatMap((other) => {
				const found = drawn[other];
				if (!found || found.id === id) return [];
				const mine = found.main.part !== 'area' || whole ? main.geometry : point(anchor);
				if (found.main.part !== 'area' && !touching) return [];
				return booleanIntersects(found.main.geometry, mine) ? [{ ...found, order: other }] : [];
			});
			here.sort((a, b) => a.main.extent - b.main.extent || a.order - b.order);
			return [id, here.map(({ id }) => id)];
		})
	);
}

const boxOf = ({ geometry }: Pick<DerivedPart, 'geometry'>): [number, number, number, number] => {
	const [west, south, east, north] = bboxOf(geometry);
	return [west, south, east, north];
};
