/**
 * The source and the style layers of the basemap: land, provinces, borders, countries and towns. The sea has no layer:
 * where nothing is drawn, the background of the page shows.
 */
import type {
	ExpressionSpecification,
	GeoJSONSourceSpecification,
	LayerSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import type { Basemap } from '$lib/model/drawing';
import { halo, nameWithLocal } from './expressions';
import type { Colours } from './palette';
import { FONT } from './constants';

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

export const landLayers = (colours: Colours): LayerSpecification[] => [
	{
		id: 'land',
		type: 'fill',
		source: 'ground',
		filter: basemapFilter('land'),
		paint: { 'fill-color': colours.land, 'fill-antialias': false }
	},
	{
		id: 'provinces',
		type: 'line',
		source: 'ground',
		filter: basemapFilter('provinces'),
		minzoom: 4.5,
		paint: { 'line-color': colours.province, 'line-width': 0.8 }
	},
	{
		id: 'borders',
		type: 'line',
		source: 'ground',
		filter: basemapFilter('borders'),
		paint: { 'line-color': colours.border, 'line-width': 0.9 }
	}
];

/** Zoom at which towns of rank 1 appear. Each further rank appears one zoom later. */
const FIRST_TOWN_ZOOM = 4;

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
			'text-size': ['interpolate', ['linear'], ['zoom'], 2, 10, 7, 14],
			'text-letter-spacing': 0.06,
			'text-max-width': 7,
			'symbol-sort-key': ['get', 'rank']
		},
		paint: { 'text-color': colours.quiet, ...halo(colours) }
	}
];

export const townLayers = (colours: Colours): LayerSpecification[] => [
	{
		id: 'towns',
		type: 'symbol',
		source: 'ground',
		minzoom: FIRST_TOWN_ZOOM,
		filter: ['all', basemapFilter('towns'), ['<=', ['get', 'rank'], ['-', ['zoom'], FIRST_TOWN_ZOOM - 1]]],
		layout: {
			'icon-image': 'circle',
			'icon-size': 0.34,
			'icon-optional': false,
			'text-font': [FONT],
			'text-field': ['step', ['zoom'], ['get', 'name'], 9, nameWithLocal],
			'text-size': ['interpolate', ['linear'], ['zoom'], 5, 11, 10, 13],
			'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
			'text-radial-offset': 0.5,
			'text-justify': 'auto',
			'symbol-sort-key': ['get', 'rank']
		},
		paint: {
			'icon-color': colours.quiet,
			'text-color': colours.quiet,
			...halo(colours)
		}
	}
];
