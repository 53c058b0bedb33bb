/** A layer as its file gives it, and a place of it once it is checked. Types only: survey, round and relate share them. */
import type { LayerFile } from '../input/schema';
import type { PlaceGeometry, PlaceProperties } from './geometry';

export interface LayerSource {
	/** The name of the file without ".geojson". */
	id: string;
	file: string;
	layer: LayerFile;
}

export interface Surveyed {
	id: string;
	layer: string;
	file: string;
	properties: PlaceProperties;
	given: PlaceGeometry | null;
	/** Checked and rounded; null where it is not drawn or at fault. */
	geometry: PlaceGeometry | null;
}
