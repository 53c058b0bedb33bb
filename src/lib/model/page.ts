/** Types of the parts of a story that pages and cards receive, at build time and in the browser. */
import type { Layer, Passage, Place, Sign, View } from './story';

/** A passage as pages show it. Dates and counts are written at build time: formatters are slow to create in a browser. */
export interface ShownPassage extends Passage {
	/** How many words stand between the passage before and this one: '12 words not quoted'. */
	notQuoted: string;
	/** `written` is the sentence that explains the phrase. */
	dates: { phrase: string; date: string; written: string }[];
}

/** A place as cards show it. */
export interface ShownPlace extends Place {
	/** What its status was and when: 'Closed, November 2021.' Absent if it has none. Written at build time too. */
	stated?: string;
}

/** The number of passages about a place, without comments, and the texts of the links to all of them. */
export interface AllPassages {
	count: number;
	/** Text of the link in the card of the place itself. */
	here: string;
	/** Text of the link in the card of a place that lies on this one. */
	about: string;
}

/** What cards show of a story. A card finds its own place in `places`. */
export interface CardStory {
	/** BCP 47 language tag of the quotes. */
	language: string;
	citation: string;
	layers: Layer[];
	places: ShownPlace[];
	passages: ShownPassage[];
	/** By place id, for the places of which `passages` lacks some passages. */
	totals: Record<string, AllPassages>;
}

export type PageView = Pick<View, 'id' | 'label' | 'short' | 'places'>;

/** What the key says of the statuses of the places of a layer. */
export interface StatusKey {
	/** Id of the layer. */
	layer: string;
	heading: string;
	/** Whether the article speaks of one of these places. */
	isQuoted: boolean;
	/** The statuses that places have, with the number of places. */
	rows: { label: string; sign: Sign; broken: boolean; count: number }[];
	/** Whether one of the rings is broken. */
	hasBroken: boolean;
	/** Whether one of the places lies somewhere on a stretch of a line. */
	hasStretch: boolean;
}

/** A table of the places of a layer that have a status, on the page of a view. Its texts are written at build time. */
export interface StatusTable {
	key: StatusKey;
	/** 'Crossing points, from north to south' */
	caption: string;
	/** Heading of the statuses: their month, if all have the same. */
	when: string;
	rows: { place: ShownPlace; status: string; known: string }[];
}

/** The data of the islands of a page with the map (`islands.json`). */
export interface PageStory extends CardStory {
	views: PageView[];
	statuses: StatusKey[];
	/** Ids of the other places of the story. Each has its own file (`PlaceFile`). */
	elsewhere: string[];
}

/** Content of `places/<id>/card.json`, for a place that is not in the page with the map. */
export interface PlaceFile {
	place: ShownPlace;
	story: CardStory;
	/**
	 * By passage id, the page that lists it, relative to the site's root: `more/3/`. Other passages are on the page with
	 * the map.
	 */
	lists: Record<string, string>;
}
