/** The ground under the places, made once for each story in a process: it takes longest, and few tests change it. */
import { vi } from 'vitest';
import type * as basemap from '$lib/server/basemap';

// It depends on the frame, the basemap and few words of a story.
vi.mock('$lib/server/basemap', async (original) => {
	const { buildBasemap } = await original<typeof basemap>();
	const made = new Map<string, ReturnType<typeof buildBasemap>>();
	return {
		buildBasemap: (...of: Parameters<typeof buildBasemap>) => {
			const key = JSON.stringify(of, (_key, value: unknown) => (value instanceof Set ? [...value] : value));
			const ground = made.get(key) ?? buildBasemap(...of);
			made.set(key, ground);
			return ground;
		}
	};
});
