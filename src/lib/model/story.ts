/**
 * The nouns of a story: article, passage, place, layer, view. Types only.
 * Positions and bounding boxes are RFC 7946: longitude before latitude, WGS 84 degrees.
 * `start` and `end` count UTF-16 code units of article.txt, as JavaScript strings do.
 */
import type { BBox, Position } from 'geojson';

export type Voice = 'direct' | 'indirect' | 'narration' | 'caption' | 'comment';

export type Certainty = 'certain' | 'less-certain' | 'uncertain';

export type Hue = 'red' | 'blue' | 'ochre' | 'slate' | 'green' | 'ink';

export type Shape = 'square' | 'diamond' | 'circle' | 'triangle' | 'area' | 'line';

export interface Speaker {
	id: string;
	name: string;
	role: string;
}

/** Why a passage stands at a place: the words of the quote that name it, or our stated reason. */
export type Basis = { words: string } | { because: string };

export interface Passage {
	id: string;
	quote: string;
	start: number;
	end: number;
	/** The characters around a quote that stands in the article twice. Others have none: they would be quoted too. */
	prefix?: string;
	suffix?: string;
	speaker: Speaker;
	/** The article's own word that carries the claim: a substring of the quote. */
	verb?: string;
	/** To whom it was said. */
	to?: string;
	voice: Voice;
	places: ({ place: string } & Basis)[];
	/** Words of the article between the passage before (or the beginning) and this one. */
	unquotedBefore: number;
	/** Relative dates that occur in the quote, resolved by article.yaml. */
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
	/** BCP 47 language tag to name; `name` is the one in the story's language. */
	name: string;
	names: Record<string, string>;
	/** Which of the names is the one used in the place itself. */
	local?: string;
	kind: string;
	/** Metres within which the place is known; absent where it is listed and not drawn. */
	precision?: number;
	certainty: Certainty;
	/** The line place it lies on, and the area place it lies in. */
	on?: string;
	within?: string;
	status?: Status;
	note?: string;
	provenance: Provenance;
	/** Which words speak of it: the article's, only the republisher's comment, or none. */
	quoted: 'article' | 'comment' | 'none';
	/** Where card and label point, and what the camera frames; null where nothing is drawn. */
	anchor: Position | null;
	bbox: BBox | null;
	/** What else is drawn here, the most specific first. */
	alsoHere: string[];
}

export interface Layer {
	id: string;
	label: string;
	description: string;
	hue: Hue;
	shape: Shape;
}

/** A framing of the map one click away; `bbox` is square in Web Mercator, `zoom` that of a map 512 px wide. */
export interface View {
	id: string;
	label: string;
	bbox: BBox;
	zoom: number;
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
	/** The day relative dates count from, and what they come to. */
	referenceDate: string;
	dates: { phrase: string; date: string }[];
	citation: string;
	rights: { statement: string; limit: number };
	sha256: string;
	/** UTF-16 code units. */
	length: number;
}

export interface Coverage {
	/** Share of the article's characters that is quoted, 0 to 1. */
	share: number;
	/** Share of the quoted characters by speaker name. */
	bySpeaker: { speaker: string; share: number }[];
	mapped: number;
	leftOut: { words: string; reason: string }[];
	/** Names of places in the article that no passage maps and nothing leaves out. */
	unaccounted: { words: string; start: number }[];
}

/** What compile hands to the page. Plain JSON. */
export interface Story {
	article: Article;
	passages: Passage[];
	layers: Layer[];
	places: Place[];
	/** The first is the one a page opens with. */
	views: [View, ...View[]];
	coverage: Coverage;
	/** Where the places come from, each source once. */
	credits: Provenance[];
	/** Whom the map's footer names: "© OpenStreetMap contributors (ODbL)". */
	attribution: string[];
}
