/** Loads the JSON files that islands need. A file that cannot be loaded is undefined: the page stays as prerendered. */
import type { PageStory, PlaceFile } from '$lib/model/page';

/** @param url absolute URL of the page's story (`islands.json`) */
export async function readPageStory(url: string): Promise<PageStory | undefined> {
	return (await readJson(url)) as PageStory | undefined;
}

/**
 * Returns a function that loads the file of a place. It resolves to undefined when the file cannot be loaded, and when
 * it was requested before, so that no card is mounted twice. A file that could not be loaded may be requested again.
 */
export function placeFiles(storyUrl: string): (id: string) => Promise<PlaceFile | undefined> {
	const requested = new Set<string>();
	return async (id) => {
		if (requested.has(id)) return undefined;
		requested.add(id);
		const file = await readJson(new URL(`places/${id}/card.json`, storyUrl).href);
		if (!file) requested.delete(id);
		return file as PlaceFile | undefined;
	};
}

async function readJson(url: string): Promise<unknown> {
	try {
		const response = await fetch(url);
		return response.ok ? await response.json() : undefined;
	} catch {
		return undefined;
	}
}
