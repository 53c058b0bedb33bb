/**
 * The style layers under the story: land, provinces, borders, and the towns that say where one is. The sea is what the
 * page shows where nothing is drawn: it needs no layer.
 */
import type {
	ExpressionSpecification,
	GeoJSONSourceSpecification,
	LayerSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import type { Basemap } from '$lib/model/drawing';
import { halo, names } from './expressions';
import type { Colours } from './palette';
import { FONT } from './constants';

/** All of it in one source: each more is another round through the worker, and another picture of half a map. */
export function groundSource(basemap: Basemap): GeoJSONSourceSpecification {
	const features = Object.entries(basemap).flatMap(([ground, { features }]: [string, FeatureCollection]) =>
		features.map((feature) => ({ ...feature, properties: { ...feature.properties, ground } }))
	);
	return { type: 'geojson', data: { type: 'FeatureCollection', features } };
}

const isGround = (ground: keyof Basemap): ExpressionSpecification => ['==', ['get', 'ground'], ground];

export const ground = (colours: Colours): LayerSpecification[] => [
	{
		id: 'land',
		type: 'fill',
		source: 'ground',
		filter: isGround('land'),
		paint: { 'fill-color': colours.land, 'fill-antialias': false }
	},
	{
		id: 'provinces',
		type: 'line',
		source: 'ground',
		filter: isGround('provinces'),
		minzoom: 4.5,
		paint: { 'line-color': colours.province, 'line-width': 0.8 }
	},
	{
		id: 'borders',
		type: 'line',
		source: 'ground',
		filter: isGround('borders'),
		paint: { 'line-color': colours.border, 'line-width': 0.9 }
	}
];

/** Towns appear from the zoom at which their rank has room: one zoom later for each rank. */
const FIRST_TOWN_ZOOM = 4;

/** Countries that are no places of the story: larger ones from further away, none where towns tell enough. */
export const countries = (colours: Colours): LayerSpecification[] => [
	{
		id: 'countries',
		type: 'symbol',
		source: 'ground',
		minzoom: 2,
		maxzoom: 8,
		filter: ['all', isGround('countries'), ['<=', ['get', 'rank'], ['+', ['zoom'], 1]]],
		layout: {
			'text-font': [FONT],
			'text-field': ['get', 'name'],
			'text-size': ['interpolate', ['linear'], ['zoom'], 2, 10, 7, 14],
			'text-letter-spacing': 0.06,
			'text-max-width': 7,
			'symbol-sort-key': ['get', 'rank']
		},
		paint: { 'text-color': colours.town, ...halo(colours) }
	}
];

export const towns = (colours: Colours): LayerSpecification[] => [
	{
		id: 'towns',
		type: 'symbol',
		source: 'ground',
		minzoom: FIRST_TOWN_ZOOM,
		filter: ['all', isGround('towns'), ['<=', ['get', 'rank'], ['-', ['zoom'], FIRST_TOWN_ZOOM - 1]]],
		layout: {
			'icon-image': 'circle',
			'icon-size': 0.34,
			'icon-optional': false,
			'text-font': [FONT],
			'text-field': ['step', ['zoom'], ['get', 'name'], 9, names],
			'text-size': ['interpolate', ['linear'], ['zoom'], 5, 11, 10, 13],
			'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
			'text-radial-offset': 0.5,
			'text-justify': 'auto',
			'symbol-sort-key': ['get', 'rank']
		},
		paint: {
			'icon-color': colours.town,
			'text-color': colours.town,
			...halo(colours)
		}
	}
];
