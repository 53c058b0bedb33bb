/** Types of everything that is drawn: the features, the basemap, and the still and live maps made from them. */
import type { BBox, Feature, FeatureCollection, Geometry, Point, Position } from 'geojson';
import type { Layer, Place, Shape, Sign, Story } from './story';

export type PointShape = Exclude<Shape, 'area' | 'line'>;

export type Offset = [x: number, y: number];

/** Properties of a drawn feature. A place may have several features, for example its area, its symbol and its label. */
export interface Part {
	place: string;
	layer: string;
	part: 'area' | 'extent' | 'line' | 'stretch' | 'symbol' | 'label';
	name: string;
	/** The name in the local language of the place; empty if it is the same. */
	local: string;
	quoted: Place['quoted'];
	/** Whether the symbol is drawn as a ring. */
	hollow: boolean;
	/** Set on the symbol of an extent. It is not drawn at zooms at which the extent is large enough to see. */
	central?: true;
	/** Set on the symbol of an extent of which it is not sure where in it the place lies: 'somewhere within 2 km'. */
	somewhere?: string;
	/**
	 * Area in square metres that the feature stands for. Of overlapping features of one kind a click selects the
	 * smallest.
	 */
	extent: number;
	/** First zoom at which a label is shown. The same place may have other labels for other zooms. */
	from?: number;
	/** First zoom at which a label is not shown any more. */
	until?: number;
	/** On which side of its position the label of a line is drawn. */
	side?: 'left' | 'right';
	/** Set on a symbol that has a status or stands beside the line on which its place lies: the sign that is drawn. */
	sign?: Sign | PointShape;
	/** Set on a sign with a broken ring. */
	broken?: true;
	/** Of a stretch: how sure it is that the place lies there. */
	certainty?: Place['certainty'];
	/** Set on what is drawn of an area that is the first or the second side of a line: the ground of the map is tinted. */
	tint?: 1 | 2;
	/** Set on an area that lies within another, such as a region of a country, and on its labels. */
	inner?: true;
	/** Set on a line with two sides: which of them lies to its left in drawing direction. */
	left?: 1 | 2;
}

export interface Town {
	name: string;
	local: string;
	/** Importance: lower ranks are drawn at lower zooms. */
	rank: number;
}

export interface Basemap {
	land: FeatureCollection;
	borders: FeatureCollection;
	provinces: FeatureCollection;
	towns: FeatureCollection<Point, Town>;
	/** Labels of the countries that are not places of the story. */
	countries: FeatureCollection<Point, { name: string; rank: number }>;
}

/** How the sign of a place stands beside the line on which it lies. */
export interface StandingSign {
	side: 'left' | 'right' | 'above' | 'below';
	/** CSS pixels from the position of the place to the sign, for each step of zoom (style/symbols.ts). */
	offsets: Offset[];
	/** First step at which the name of the place is shown. */
	named: number;
	/** Whether the position is certain: then a dot marks it. */
	dot: boolean;
}

/** Input of both maps. */
export interface Drawing {
	parts: FeatureCollection<Geometry, Part>;
	basemap: Basemap;
	/** By place id, the signs that stand beside their line. */
	signs: Record<string, StandingSign>;
}

export type DrawnPart = Feature<Geometry, Part>;

/** The data that the live map starts with: detailed around the first view, simplified elsewhere. */
export interface InitialData {
	/** The bbox with detailed data. */
	surroundings: BBox;
	drawing: Drawing;
}

/** A layer as the live map draws it. */
export interface DrawnLayer extends Layer {
	/** The kinds of parts that its places have. */
	parts: Part['part'][];
	/** Whether some of its places have a sign. */
	signs: boolean;
	/** Whether some of its places lie somewhere around their mark. */
	somewhere: boolean;
	/** Whether MapLibre clusters its symbols, because there are many. */
	clustered: boolean;
}

/** Content of `map.json`, from which the live map is made. */
export interface MapData extends InitialData {
	/** In drawing order. */
	layers: DrawnLayer[];
	views: Story['views'];
	/**
	 * The places that are drawn. `symbol`: the place has a symbol. A card points to the symbol if there is one, and
	 * otherwise to the position of the click.
	 */
	places: { id: string; anchor: Position; bbox: BBox; symbol: boolean }[];
	passages: { id: string; places: string[] }[];
}

/** Where a name is drawn, seen from its position. */
export type LabelSide = 'left' | 'right' | 'middle' | 'above' | 'below';

/** Names of the two sides of a line, of areas that are filled, of regions in them and of other countries. */
export type AreaNameStyle = 'side' | 'filled' | 'region' | 'country';

/** A place on the still map, drawn in CSS pixels: its symbol, its name, or both. */
export interface StillMark {
	place: string;
	layer: string;
	name: string;
	/** Units of the viewBox. */
	x: number;
	y: number;
	symbol: boolean;
	/** Whether the symbol is smaller, because no passage is about the place. */
	weak: boolean;
	/** Whether the symbol is drawn as a ring. */
	hollow: boolean;
	/** Null if the name is not drawn. */
	label: LabelSide | null;
	/** The sign that is drawn instead of the symbol of the layer, and whether its ring is broken. */
	sign?: Part['sign'];
	broken?: true;
	/** Where the sign stands beside the line, at three steps of size of the map, the smallest first. */
	steps?: { offset: Offset; small: boolean; label: LabelSide | null }[];
	/** The side of the line on which it stands. */
	side?: StandingSign['side'];
	/** Whether its leader ends in a dot, because the position is certain. */
	dot?: true;
	/** Whether it is a broken ring: the place lies somewhere around it. `local` says within which distance. */
	somewhere?: true;
	/** How the name of an area is set. */
	style?: AreaNameStyle;
	/** A second name, drawn below the first. */
	local?: string;
	/** How many symbols nearby this one stands for, because they would overlap it. */
	more?: number;
}

/** A line or an area on the still map. */
export interface StillShape extends Pick<Part, 'tint' | 'inner'> {
	place: string;
	layer: string;
	part: 'area' | 'line';
	/** Whether it is a line with a ribbon on each side. */
	ribbon?: true;
	d: string;
}

/** The part of a line on which a place lies somewhere. */
export interface StillStretch {
	layer: string;
	certainty: Place['certainty'];
	d: string;
}

/** Path data (the `d` attribute) and marks of an SVG whose viewBox is `0 0 1000 1000`. */
export interface StillMap {
	/** Distinguishes the ids of its elements from those of other maps in a page. */
	key: string;
	/** Set if what it frames is at most half as wide as its viewBox. */
	narrow?: true;
	/** Id of the place that it is a map of. It is emphasized. */
	subject?: string;
	land: string;
	graticule: string;
	borders: string;
	provinces: string;
	shapes: StillShape[];
	stretches: StillStretch[];
	/** Units of the viewBox in a CSS pixel at which the second step of its marks begins. */
	stepUnit: number;
	marks: StillMark[];
	towns: { name: string; rank: number; x: number; y: number; label: LabelSide }[];
}

/** The still maps of a page: one of the first view, and a small inset that shows where that is. */
export interface Maps {
	still: StillMap;
	/** `frame`: the square of the first view on the inset, in units of its viewBox. */
	inset: { still: StillMap; frame: { x: number; y: number; side: number } };
}
