/**
 * The nouns. Types only; every word means what README's "How it is built" says it means.
 * Positions and bounding boxes are RFC 7946: longitude before latitude, WGS 84 degrees.
 * `start` and `end` count UTF-16 code units of article.txt, as JavaScript strings do.
 */
import type { BBox, Feature, FeatureCollection, Geometry, Point, Position } from 'geojson';

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

/** One drawn part of a place. A place may have several: its area, its symbol, its label. */
export interface Part {
	place: string;
	layer: string;
	part: 'area' | 'extent' | 'line' | 'stretch' | 'symbol' | 'label';
	name: string;
	/** The name in the language of the place itself, when it differs. */
	local: string;
	quoted: Place['quoted'];
	hollow: boolean;
	/** A symbol in the middle of an extent, which gives way to it once the extent can be seen. */
	central?: true;
	/** Square metres it stands for; where parts overlap the smallest wins. */
	extent: number;
	/** Zooms at which a label is shown, when another label of the same place serves the others. */
	from?: number;
	until?: number;
	/** The side of its spot on which the label of a line stands. */
	side?: 'left' | 'right';
}

export interface Town {
	name: string;
	local: string;
	rank: number;
}

export interface Basemap {
	land: FeatureCollection;
	borders: FeatureCollection;
	provinces: FeatureCollection;
	towns: FeatureCollection<Point, Town>;
	/** Names of countries that are no places of the story. */
	countries: FeatureCollection<Point, { name: string; rank: number }>;
}

/** What is drawn, as MapLibre and the still map take it. */
export interface Drawing {
	parts: FeatureCollection<Geometry, Part>;
	basemap: Basemap;
}

export type DrawnPart = Feature<Geometry, Part>;

/** What the live map begins with: in the surroundings of the first view as it is drawn there, roughly beyond. */
export interface Beginning {
	surroundings: BBox;
	drawing: Drawing;
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
	views: View[];
	coverage: Coverage;
	/** Where the places come from, each source once. */
	credits: Provenance[];
	/** Whom the map's footer names: "© OpenStreetMap contributors (ODbL)". */
	attribution: string[];
}

/** A layer as the live map draws it. */
export interface DrawnLayer extends Layer {
	/** Which parts its places have, anywhere in the world. */
	parts: Part['part'][];
	/** It has so many symbols that those which would hide each other are drawn as one. */
	clustered: boolean;
}

/** All that the live map is made of. */
export interface MapData extends Beginning {
	/** In drawing order. */
	layers: DrawnLayer[];
	views: View[];
	/** Those that are drawn. `symbol`: it is a spot, to which a card points rather than to where it was pressed. */
	places: { id: string; anchor: Position; bbox: BBox; symbol: boolean }[];
	passages: { id: string; places: string[] }[];
}

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

/** A place on the still map that keeps its size; `label` is the side its name stands on, null where there is no room. */
export interface StillMark {
	place: string;
	layer: string;
	name: string;
	x: number;
	y: number;
	symbol: boolean;
	/** No words speak of it. */
	weak: boolean;
	hollow: boolean;
	label: 'left' | 'right' | 'middle' | null;
	/** How many other symbols stand so close that they are not drawn beside it. */
	more?: number;
}

/** Paths and marks of an SVG whose viewBox is `0 0 1000 1000`. */
export interface StillMap {
	land: string;
	borders: string;
	provinces: string;
	shapes: { place: string; layer: string; part: 'area' | 'line'; d: string }[];
	marks: StillMark[];
	towns: { name: string; x: number; y: number; label: 'left' | 'right' | 'middle' }[];
}

/** The still maps of a page: the first view, and the small one that says where in the world it is. */
export interface Maps {
	still: StillMap;
	/** `frame`: the first view on the inset, in its units. */
	inset: { still: StillMap; frame: { x: number; y: number; side: number } };
}
