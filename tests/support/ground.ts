/** The ground under the places takes longest to make and few tests change it: made once for each story in a process. */
import { vi } from 'vitest';
import type * as basemap from '$lib/server/basemap/basemap';
import type * as world from '$lib/server/basemap/world';

/** What was made before for the same, which `keyOf` tells. */
function once<Of extends unknown[], Made>(
	make: (...of: Of) => Made,
	keyOf: (...of: Of) => string
): (...of: Of) => Made {
	const made = new Map<string, Made>();
	return (...of) => {
		const key = keyOf(...of);
		const known = made.get(key) ?? make(...of);
		made.set(key, known);
		return known;
	};
}

const asText = (...of: unknown[]): string =>
	JSON.stringify(of, (_key, value: unknown) => (value instanceof Set ? [...value] : value));

// It depends on the frame, the basemap and few words of a story.
vi.mock('$lib/server/basemap/basemap', async (original) => {
	const { buildBasemap } = await original<typeof basemap>();
	return { buildBasemap: once(buildBasemap, asText) };
});

// Where a test changes the towns or the region, the world around them is the same.
vi.mock('$lib/server/basemap/world', async (original) => {
	const own = await original<typeof world>();
	const lands = new WeakMap<object, ReturnType<typeof world.landOf>>();
	return {
		...own,
		readWorld: once(own.readWorld, asText),
		landOf: (...[topology]: Parameters<typeof world.landOf>) => {
			const land = lands.get(topology) ?? own.landOf(topology);
			lands.set(topology, land);
			return land;
		}
	};
});
