/**
 * Splits a large story over several pages. The pages with the map contain its beginning, so that they stay small. The
 * pages `/more/<page>/` list all of its passages and places. A small story is complete on the pages with the map.
 */
import type { Passage, Place, Story } from '$lib/model/story';

/** A story with more passages or more places is large. */
const SMALL_STORY = 60;
/** How many passages of a large story, and places of these, are on the pages with the map at most. */
const ON_MAP_PAGE = { passages: 20, places: 40 };
/** Passages, and places, on each page `/more/<page>/`. */
const PAGE_SIZE = 100;

export interface MapPage {
	/** The story with only the passages and places that are on the page. */
	story: Story;
	/** Number of pages `/more/<page>/`; 0 if the story is small. */
	pages: number;
	/** Numbers of passages and places of the whole story. */
	total: { passages: number; places: number };
}

export function mapPageOf(story: Story): MapPage {
	const total = { passages: story.passages.length, places: story.places.length };
	if (Math.max(total.passages, total.places) <= SMALL_STORY) return { story, pages: 0, total };
	const placeIds = new Set<string>();
	const passages: Passage[] = [];
	for (const passage of story.passages) {
		const ids = passage.places.map(({ place }) => place);
		const count = new Set([...placeIds, ...ids]).size;
		// The first passage is taken in any case.
		if (passages.length >= ON_MAP_PAGE.passages || (passages.length > 0 && count > ON_MAP_PAGE.places)) break;
		passages.push(passage);
		for (const id of ids) placeIds.add(id);
	}
	const places = story.places.filter(({ id }) => placeIds.has(id));
	const pages = Math.ceil(Math.max(total.passages, total.places) / PAGE_SIZE);
	return { story: { ...story, passages, places }, pages, total };
}

/** The passages and places of a page `/more/<page>/`. Numbers start at 1. */
export function morePage(
	{ passages, places }: Story,
	page: number
): { passages: Passage[]; places: Place[] } {
	const [start, end] = [(page - 1) * PAGE_SIZE, page * PAGE_SIZE];
	return { passages: passages.slice(start, end), places: places.slice(start, end) };
}

/** Number of the page `/more/<page>/` that lists the passage with this index in the story. */
export const morePageOf = (index: number): number => Math.floor(index / PAGE_SIZE) + 1;
