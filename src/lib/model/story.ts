/**
 * Types of a story: article, passage, place, layer, view.
 * Positions and bboxes follow RFC 7946: longitude before latitude, WGS 84 degrees.
 * `start` and `end` count UTF-16 code units of article.txt.
 */
import type { BBox, Position } from 'geojson';

export type Voice = 'direct' | 'indirect' | 'narration' | 'caption' | 'comment';

export type Certainty = 'certain' | 'less-certain' | 'uncertain';

export type Hue = 'red' | 'blue' | 'ochre' | 'slate' | 'green' | 'ink';

export type Shape = 'square' | 'diamond' | 'circle' | 'triangle' | 'area' | 'line';

export type Pronoun = 'they' | 'he' | 'she' | 'it';

/** What fills the ring of a status: all, the right half, two upright bars, one level bar, nothing. */
export type Sign = 'disc' | 'half' | 'bars' | 'bar' | 'ring';

export interface Speaker {
	id: string;
	name: string;
	role: string;
	/** How sentences of the page refer to the speaker ("in his own words"); absent for "they". */
	pronoun?: Pronoun;
}

/** Why a passage is at a place: the words of the quote that name it, or a reason that the editor gives. */
export type Basis = { words: string } | { because: string };

export interface Passage {
	id: string;
	quote: string;
	start: number;
	end: number;
	/**
	 * Text around a quote that occurs twice in the article. Other quotes have none, because this text is published too.
	 */
	prefix?: string;
	suffix?: string;
	speaker: Speaker;
	/** The article's word for the act of speaking ("denied"): a substring of the quote. */
	verb?: string;
	/** To whom it was said. */
	to?: string;
	voice: Voice;
	places: ({ place: string } & Basis)[];
	/** Number of words of the article between the previous passage, or its beginning, and this one. */
	unquotedBefore: number;
	/** The relative dates in the quote ("yesterday") with the dates that article.yaml gives for them. */
	dates: { phrase: string; date: string }[];
}

export interface Provenance {
	source: string;
	licence: string;
	url?: string;
}

export interface Status {
	date: string;
	value: string;
	detail: string;
	certainty: Certainty;
}

export interface Place {
	id: string;
	layer: string;
	/** The name in the language of the article. */
	name: string;
	/** Names by BCP 47 language tag. */
	names: Record<string, string>;
	/** Language tag of the name that is used at the place itself. */
	local?: string;
	kind: string;
	/** How precisely the position is known, in metres; absent if the place is listed but not drawn. */
	precision?: number;
	certainty: Certainty;
	/** Id of the place with a line on which it lies. */
	on?: string;
	/** Id of the place with an area in which it lies. */
	within?: string;
	/** Ids of the two places with an area that a line divides, the one with the lighter tint first. */
	sides?: [string, string];
	status?: Status;
	note?: string;
	provenance: Provenance;
	/** Which passages are about it: some of the article, only comments of the republisher, or none. */
	quoted: 'article' | 'comment' | 'none';
	/** Whether the place is drawn as an area with an outline. */
	outlined?: true;
	/** The position to which cards and labels belong; null if nothing is drawn. */
	anchor: Position | null;
	/** The bbox to which the camera goes; null if nothing is drawn. */
	bbox: BBox | null;
	/** Ids of other places that are drawn at the same position, the most specific first. */
	alsoHere: string[];
}

export interface Layer {
	id: string;
	label: string;
	description: string;
	hue: Hue;
	shape: Shape;
	/** The values that the statuses of its places may have, with their signs, in the order of the key. */
	statuses: { value: string; label: string; sign: Sign }[];
}

/**
 * A part of the world that the map can show. `bbox` is square in Web Mercator; `zoom` is that of a map 512 CSS pixels
 * wide.
 */
export interface View {
	id: string;
	label: string;
	/** The label on a narrow map. */
	short: string;
	/** Square in Web Mercator. */
	bbox: BBox;
	zoom: number;
	/** Set if what it frames is at most half as wide as its square. */
	narrow?: true;
	/** Ids of the places of which something is drawn in it. */
	places: string[];
}

export interface Publication {
	publisher: string;
	date: string;
	author?: string;
	url?: string;
	certainty: Certainty;
	note?: string;
}

export interface Article {
	title: string;
	summary: string;
	language: string;
	source: Publication;
	republication?: Publication;
	photograph?: Publication;
	/** The day to which relative dates refer. */
	referenceDate: string;
	dates: { phrase: string; date: string }[];
	citation: string;
	rights: { statement: string; limit: number };
	sha256: string;
	/** UTF-16 code units. */
	length: number;
}

export interface Coverage {
	/** Share of the article's characters that is quoted: 0 to 1. */
	share: number;
	/** Share of the quoted characters, by name of the speaker. */
	bySpeaker: { speaker: string; share: number }[];
	/** Number of mentions of places in passages. */
	mapped: number;
	/** What the editor leaves out, with the reason. */
	leftOut: { words: string; reason: string }[];
	/** Names of places in the article that are neither in a passage nor in `leftOut`. */
	unaccounted: { words: string; start: number }[];
}

/** The compiled story (`story.json`). All values are plain JSON. */
export interface Story {
	article: Article;
	passages: Passage[];
	layers: Layer[];
	places: Place[];
	/** The map opens with the first. */
	views: [View, ...View[]];
	coverage: Coverage;
	/** The sources of the places, each once. */
	credits: Provenance[];
	/** Credits below the map, for example "© OpenStreetMap contributors (ODbL)". */
	attribution: string[];
}
