/** Moves values apart to a distance, in their order, each as little as possible. */

/**
 * Returns values in the same order, at least `distance` apart. Values that are too close are moved symmetrically: the sum of
 * the squares of all moves is the smallest possible. This is an isotonic regression of the values less their places in an
 * even row, found by pooling neighbours that are out of order.
 * @param values ascending
 */
export function pushApart(values: readonly number[], distance: number): number[] {
	const pools: { sum: number; count: number }[] = [];
	const mean = ({ sum, count }: { sum: number; count: number }): number => sum / count;
	for (const [index, value] of values.entries()) {
		let pool = { sum: value - index * distance, count: 1 };
		for (let last = pools.at(-1); last && mean(last) > mean(pool); last = pools.at(-1)) {
			pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
			pools.pop();
		}
		pools.push(pool);
	}
	return pools
		.flatMap((pool) => Array.from({ length: pool.count }, () => mean(pool)))
		.map((value, index) => value + index * distance);
}
