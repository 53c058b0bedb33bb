/** What the build made for the browser besides the pages. Where something does not come, the page stays as it is. */
import type { PageStory, PlaceFile } from '$lib/model/page';

/** `address`: of the page's story, a whole one. */
export async function readStory(address: string): Promise<PageStory | undefined> {
	return (await readJson(address)) as PageStory | undefined;
}

/** Gives the file of a place once: not again when it has come, but when it has not. */
export function placeFiles(story: string): (id: string) => Promise<PlaceFile | undefined> {
	const asked = new Set<string>();
	return async (id) => {
		if (asked.has(id)) return undefined;
		asked.add(id);
		const file = await readJson(new URL(`places/${id}/card.json`, story).href);
		if (!file) asked.delete(id);
		return file as PlaceFile | undefined;
	};
}

async function readJson(address: string): Promise<unknown> {
	try {
		const response = await fetch(address);
		return response.ok ? await response.json() : undefined;
	} catch {
		return undefined;
	}
}
