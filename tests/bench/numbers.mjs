// Random numbers that come again with the same seed, and what is told of several measurements.

/** Numbers from 0 to 1: xorshift32 (https://www.jstatsoft.org/v08/i14/paper). */
export function seeded(seed) {
	let state = seed >>> 0 || 1;
	return () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) / 2 ** 32;
	};
}

export function shuffled(items, random) {
	const drawn = items.map((item) => [random(), item]);
	return drawn.sort(([a], [b]) => a - b).map(([, item]) => item);
}

/** Undefined of nothing. */
export function median(values) {
	const sorted = values.toSorted((a, b) => a - b);
	const half = sorted.length / 2;
	return sorted.length % 2 ? sorted[Math.floor(half)] : mean(sorted.slice(half - 1, half + 1));
}

const mean = (values) =>
	values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : undefined;
