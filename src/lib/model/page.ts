/** What pages and their cards hold of a story, at build and in the browser. Types only. */
import type { Layer, Passage, Place, View } from './story';

/** A passage as pages show it. The build writes dates and counts, because a browser takes long to make a formatter. */
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

/** What a card is made of, besides its place. */
export interface CardStory {
	/** BCP 47 language tag of the quotes. */
	language: string;
	citation: string;
	layers: Layer[];
	places: Place[];
	passages: ShownPassage[];
	/** Of places with more passages than are here. */
	totals: Record<string, AllPassages>;
}

/** What a page with the map holds of the story: its islands are made of it, at build and in the browser. */
export interface PageStory extends CardStory {
	views: Pick<View, 'id' | 'label'>[];
	/** Ids of the places that the page does not hold: each has a file of its own. */
	elsewhere: string[];
}

/** The file of a place that the page with the map does not hold. */
export interface PlaceFile {
	place: Place;
	story: CardStory;
	/** By passage, the page that lists it, from the site's root: `more/3/`. Those not named are on the page with the map. */
	lists: Record<string, string>;
}
