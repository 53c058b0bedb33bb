/**
 * What the pages with the map hold of a story: all of it while it is small, of a large one the beginning, so that they
 * stay as light. All of it stands on further pages besides, and each place on its own.
 */
import type { Passage, Place, Story } from '$lib/model/story';

/** So many passages or places are still one page. */
const SMALL = 60;
/** Of a larger story the first passages, until they or their places are so many. */
const FIRST = { passages: 20, places: 40 };
const TO_A_PAGE = 100;

export interface MapPage {
	/** With the passages and places that the page holds. */
	story: Story;
	/** How many further pages there are; 0 where the story is whole. */
	pages: number;
	/** How many passages and places the story has. */
	total: { passages: number; places: number };
}

export function mapPageOf(story: Story): MapPage {
	const total = { passages: story.passages.length, places: story.places.length };
	if (Math.max(total.passages, total.places) <= SMALL) return { story, pages: 0, total };
	const named = new Set<string>();
	const passages: Passage[] = [];
	for (const passage of story.passages) {
		const more = passage.places.map(({ place }) => place);
		const places = new Set([...named, ...more]).size;
		if (passages.length >= FIRST.passages || (passages.length > 0 && places > FIRST.places)) break;
		passages.push(passage);
		for (const place of more) named.add(place);
	}
	const places = story.places.filter(({ id }) => named.has(id));
	const pages = Math.ceil(Math.max(total.passages, total.places) / TO_A_PAGE);
	return { story: { ...story, passages, places }, pages, total };
}

/** The further page of that number, from 1 on: its passages, and its places. */
export function morePage(
	{ passages, places }: Story,
	page: number
): { passages: Passage[]; places: Place[] } {
	const [start, end] = [(page - 1) * TO_A_PAGE, page * TO_A_PAGE];
	return { passages: passages.slice(start, end), places: places.slice(start, end) };
}

/** The further page that a passage is on, by its place in the order of the article. */
export const pageOf = (index: number): number => Math.floor(index / TO_A_PAGE) + 1;
