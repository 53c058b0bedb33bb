/** Types of a layer as its file has it, and of a place after its checks. */
import type { LayerFile } from '../input/layer-schema';
import type { PlaceGeometry, PlaceProperties } from './geometry';

export interface LayerSource {
	/** The name of the file without ".geojson". */
	id: string;
	file: string;
	layer: LayerFile;
}

/** A place of which `survey` has checked the geometry and the relations to other places. */
export interface Surveyed {
	id: string;
	/** The id of its layer. */
	layer: string;
	file: string;
	properties: PlaceProperties;
	/** As the file has it. */
	given: PlaceGeometry | null;
	/** Rounded to its precision. Null if the file has none, or if a fault keeps it from being drawn. */
	geometry: PlaceGeometry | null;
}
