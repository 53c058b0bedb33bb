/** What pages and their cards hold of a story, at build and in the browser. Types only. */
import type { Layer, Passage, Place, View } from './story';

/** A passage as pages show it: its dates are written out at build, since a browser takes long to make a formatter. */
export interface ShownPassage extends Passage {
	dates: { phrase: string; date: string; written: string }[];
}

/** What a card is made of, besides its place. */
export interface CardStory {
	/** BCP 47 language tag of the quotes. */
	language: string;
	citation: string;
	layers: Layer[];
	places: Place[];
	passages: ShownPassage[];
	/** Of places with more passages than are here, how many they have; comments are not counted. */
	totals: Record<string, number>;
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
