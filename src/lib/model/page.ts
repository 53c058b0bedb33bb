/** Types of the parts of a story that pages and cards receive, at build time and in the browser. */
import type { Layer, Passage, Place, View } from './story';

/** A passage as pages show it. Dates and counts are written at build time: formatters are slow to create in a browser. */
export interface ShownPassage extends Passage {
	/** How much of the article stands before it and is not quoted: '12 words not quoted'. */
	notQuoted: string;
	dates: { phrase: string; date: string; written: string }[];
}

/** All passages about a place, comments not counted, where a page has only some of them. */
export interface AllPassages {
	count: number;
	/** The link to them: in the card of the place itself, and in the card of a place that lies on it. */
	here: string;
	about: string;
}

/** The data of a card, except its place. */
export interface CardStory {
	/** BCP 47 language tag of the quotes. */
	language: string;
	citation: string;
	layers: Layer[];
	places: Place[];
	passages: ShownPassage[];
	/** By place id, all passages about a place of which `passages` does not hold all. */
	totals: Record<string, AllPassages>;
}

/** The data of the islands of a page with the map (`islands.json`). */
export interface PageStory extends CardStory {
	views: Pick<View, 'id' | 'label'>[];
	/** Ids of the other places of the story. Each has its own file (`PlaceFile`). */
	elsewhere: string[];
}

/** Content of `places/<id>/card.json`, for a place that is not in the page with the map. */
export interface PlaceFile {
	place: Place;
	story: CardStory;
	/**
	 * By passage id, the page that lists it, relative to the site's root: `more/3/`. Other passages are on the page with
	 * the map.
	 */
	lists: Record<string, string>;
}
