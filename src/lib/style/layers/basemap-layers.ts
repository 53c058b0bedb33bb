/**
 * The source and the style layers of the basemap: land, the two sides of a line, provinces, borders, countries and towns. The sea has no layer:
 * where nothing is drawn, the background of the page shows.
 */
import type {
	ExpressionSpecification,
	GeoJSONSourceSpecification,
	LayerSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import type { Basemap } from '$lib/model/drawing';
import { halo, nameWithLocal } from '../expressions';
import type { Colours } from '../palette';
import { FONT, townSize } from '../constants';

/**
 * The whole basemap in one source, its parts distinguished by the property `ground`. Several sources would arrive from
 * the worker one after the other, and MapLibre would draw incomplete maps in between.
 */
export function basemapSource(basemap: Basemap): GeoJSONSourceSpecification {
	const features = Object.entries(basemap).flatMap(([ground, { features }]: [string, FeatureCollection]) =>
		features.map((feature) => ({ ...feature, properties: { ...feature.properties, ground } }))
	);
	return { type: 'geojson', data: { type: 'FeatureCollection', features } };
}

const basemapFilter = (ground: keyof Basemap): ExpressionSpecification => ['==', ['get', 'ground'], ground];

/** Style layers of the ground that show areas of places, but are no places for a click. */
export const SIDE_LAYERS = ['first side', 'second side'];

export const landLayer = (colours: Colours): LayerSpecification => ({
	id: 'land',
	type: 'fill',
	source: 'ground',
	filter: basemapFilter('land'),
	paint: { 'fill-color': colours.land, 'fill-antialias': false }
});

export const sideLayer = (side: 1 | 2, colours: Colours): LayerSpecification => ({
	id: SIDE_LAYERS[side - 1] ?? '',
	type: 'fill',
	source: 'parts',
	filter: ['all', ['==', ['get', 'part'], 'area'], ['==', ['get', 'tint'], side]],
	paint: { 'fill-color': colours[`side${side}`], 'fill-antialias': false }
});

export const borderLayers = (colours: Colours): LayerSpecification[] => [
	{
		id: 'provinces',
		type: 'line',
		source: 'ground',
		filter: basemapFilter('provinces'),
		minzoom: 4.5,
		paint: { 'line-color': colours.province, 'line-width': 0.9, 'line-dasharray': [5.5, 3.3, 1.1, 3.3] }
	},
	{
		id: 'borders',
		type: 'line',
		source: 'ground',
		filter: basemapFilter('borders'),
		layout: { 'line-join': 'round' },
		paint: { 'line-color': colours.border, 'line-width': 1.1 }
	}
];

/** Names of countries, larger countries at lower zooms. At zoom 8 and above the towns are enough. */
export const countryLayers = (colours: Colours): LayerSpecification[] => [
	{
		id: 'countries',
		type: 'symbol',
		source: 'ground',
		minzoom: 2,
		maxzoom: 8,
		filter: ['all', basemapFilter('countries'), ['<=', ['get', 'rank'], ['+', ['zoom'], 1]]],
		layout: {
			'text-font': [FONT],
			'text-field': ['get', 'name'],
			'text-size': 11,
			'text-transform': ['step', ['zoom'], 'none', 5, 'uppercase'],
			'text-letter-spacing': ['step', ['zoom'], 0, 5, 0.14],
			'text-max-width': 7,
			'symbol-sort-key': ['get', 'rank']
		},
		paint: { 'text-color': colours.quiet, ...halo(colours) }
	}
];

/** Towns by rank, from the zoom on at which they are shown. The less important come first, because MapLibre places later layers first. */
const TOWNS: [minzoom: number, ranks: [number, number]][] = [
	[8.7, [6, 6]],
	[6.4, [4, 5]],
	[4.5, [3, 3]],
	[4.5, [1, 2]]
];

export const townLayers = (colours: Colours): LayerSpecification[] =>
	TOWNS.map(([minzoom, [from, to]]) => {
		const colour = from > 3 ? colours.quiet : colours.text;
		return {
			id: `towns ${from}`,
			type: 'symbol',
			source: 'ground',
			minzoom,
			filter: ['all', basemapFilter('towns'), ['>=', ['get', 'rank'], from], ['<=', ['get', 'rank'], to]],
			layout: {
				'icon-image': 'circle',
				'icon-size': from > 3 ? 0.25 : 0.34,
				'icon-optional': false,
				'text-font': [FONT],
				'text-field': ['step', ['zoom'], ['get', 'name'], 9, nameWithLocal],
				'text-size': townSize(from),
				'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
				'text-radial-offset': 0.5,
				'text-justify': 'auto',
				'symbol-sort-key': ['get', 'rank']
			},
			paint: { 'icon-color': colour, 'text-color': colour, ...halo(colours) }
		};
	});
