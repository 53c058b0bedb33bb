/** Lines of longitude and latitude: finer ones at higher zooms. */
import type { GeoJSONSourceSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { BBox, Feature, MultiLineString, Position } from 'geojson';
import type { Colours } from './palette';

/** Degrees between two lines, from each zoom on. */
export const GRATICULE_STEPS: [zoom: number, degrees: number][] = [
	[0, 10],
	[4.5, 2],
	[5.9, 1],
	[8.7, 0.25]
];
/** Finer lines than these are drawn in the surroundings of the first view only, because there would be thousands. */
const WORLDWIDE_DEGREES = 1;
/** Where Web Mercator ends. */
const WORLD: BBox = [-180, -85, 180, 85];

/** In Web Mercator each is straight, so two positions are enough. */
export function graticuleLines(degrees: number, [west, south, east, north]: BBox): Position[][] {
	const multiples = (from: number, to: number): number[] => {
		const first = Math.ceil(from / degrees);
		const count = Math.max(0, Math.floor(to / degrees) - first + 1);
		return Array.from({ length: count }, (_, index) => (first + index) * degrees);
	};
	return [
		...multiples(west, east).map((longitude) => [
			[longitude, south],
			[longitude, north]
		]),
		...multiples(south, north).map((latitude) => [
			[west, latitude],
			[east, latitude]
		])
	];
}

/** Degrees between the lines at this zoom. */
export const graticuleStep = (zoom: number): number =>
	GRATICULE_STEPS.findLast(([from]) => zoom >= from)?.[1] ?? 10;

/** @param surroundings bbox around the first view */
export function graticuleSource(surroundings: BBox): GeoJSONSourceSpecification {
	const features = GRATICULE_STEPS.map(([, degrees]): Feature<MultiLineString> => ({
		type: 'Feature',
		properties: { degrees },
		geometry: {
			type: 'MultiLineString',
			coordinates: graticuleLines(degrees, degrees < WORLDWIDE_DEGREES ? surroundings : WORLD)
		}
	}));
	return { type: 'geojson', data: { type: 'FeatureCollection', features }, tolerance: 0 };
}

export const graticuleLayers = (colours: Colours): LayerSpecification[] =>
	GRATICULE_STEPS.map(([minzoom, degrees], index) => ({
		id: `graticule ${degrees}`,
		type: 'line',
		source: 'graticule',
		minzoom,
		maxzoom: GRATICULE_STEPS[index + 1]?.[0] ?? 24,
		filter: ['==', ['get', 'degrees'], degrees],
		paint: { 'line-color': colours.graticule, 'line-width': 1 }
	}));
