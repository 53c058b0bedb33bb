/** What is drawn: features, basemap, and the still and the live map that are made of them. Types only. */
import type { BBox, Feature, FeatureCollection, Geometry, Point, Position } from 'geojson';
import type { Layer, Place, Story } from './story';

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
	views: Story['views'];
	/** Those that are drawn. `symbol`: it is a spot, to which a card points rather than to where it was pressed. */
	places: { id: string; anchor: Position; bbox: BBox; symbol: boolean }[];
	passages: { id: string; places: string[] }[];
}

/** The side of a position on which its name stands. */
export type LabelSide = 'left' | 'right' | 'middle' | 'above' | 'below';

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
	label: LabelSide | null;
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
	towns: { name: string; x: number; y: number; label: LabelSide }[];
}

/** The still maps of a page: the first view, and the small one that says where in the world it is. */
export interface Maps {
	still: StillMap;
	/** `frame`: the first view on the inset, in its units. */
	inset: { still: StillMap; frame: { x: number; y: number; side: number } };
}
