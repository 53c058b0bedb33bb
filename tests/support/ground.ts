/** Caches the basemap for all tests of a process: it takes longest to make, and few tests change it. */
import { vi } from 'vitest';
import type * as basemap from '$lib/server/basemap/basemap';
import type * as world from '$lib/server/basemap/world';

/** Caches the results of `make` by the key that `keyOf` gives for the same arguments. */
function cached<Arguments extends unknown[], Result>(
	make: (...args: Arguments) => Result,
	keyOf: (...args: Arguments) => string
): (...args: Arguments) => Result {
	const results = new Map<string, Result>();
	return (...args) => {
		const key = keyOf(...args);
		const result = results.get(key) ?? make(...args);
		results.set(key, result);
		return result;
	};
}

const toJson = (...parameters: unknown[]): string =>
	JSON.stringify(parameters, (_key, value: unknown) => (value instanceof Set ? [...value] : value));

vi.mock('$lib/server/basemap/basemap', async (original) => {
	const { buildBasemap } = await original<typeof basemap>();
	return { buildBasemap: cached(buildBasemap, toJson) };
});

// Also its parts: a test that changes only the towns or the region needs a new basemap, but the same world.
vi.mock('$lib/server/basemap/world', async (original) => {
	const actual = await original<typeof world>();
	const landByTopology = new WeakMap<object, ReturnType<typeof world.landOf>>();
	return {
		...actual,
		readWorld: cached(actual.readWorld, toJson),
		landOf: (...[topology]: Parameters<typeof world.landOf>) => {
			const land = landByTopology.get(topology) ?? actual.landOf(topology);
			landByTopology.set(topology, land);
			return land;
		}
	};
});
