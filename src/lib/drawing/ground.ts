/** The style layers under the story: sea, land, provinces, borders, and the towns that say where one is. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { colour, halo, names } from './expressions';
import { FONT } from './switches';

export const ground: LayerSpecification[] = [
	{ id: 'sea', type: 'background', paint: { 'background-color': colour('sea') } },
	{
		id: 'land',
		type: 'fill',
		source: 'land',
		paint: { 'fill-color': colour('land'), 'fill-antialias': false }
	},
	{
		id: 'provinces',
		type: 'line',
		source: 'provinces',
		minzoom: 4.5,
		paint: { 'line-color': colour('province'), 'line-width': 0.8, 'line-dasharray': [3, 2] }
	},
	{
		id: 'borders',
		type: 'line',
		source: 'borders',
		paint: { 'line-color': colour('border'), 'line-width': 0.9 }
	}
];

/** Towns appear from the zoom at which their rank has room: one zoom later for each rank. */
const FIRST_TOWN_ZOOM = 4;

/** Countries that are no places of the story: larger ones from further away, none where towns tell enough. */
export const countries: LayerSpecification[] = [
	{
		id: 'countries',
		type: 'symbol',
		source: 'countries',
		minzoom: 2,
		maxzoom: 8,
		filter: ['<=', ['get', 'rank'], ['+', ['zoom'], 1]],
		layout: {
			'text-font': [FONT],
			'text-field': ['get', 'name'],
			'text-size': ['interpolate', ['linear'], ['zoom'], 2, 10, 7, 14],
			'text-letter-spacing': 0.06,
			'text-max-width': 7,
			'symbol-sort-key': ['get', 'rank']
		},
		paint: { 'text-color': colour('town'), ...halo }
	}
];

export const towns: LayerSpecification[] = [
	{
		id: 'towns',
		type: 'symbol',
		source: 'towns',
		minzoom: FIRST_TOWN_ZOOM,
		filter: ['<=', ['get', 'rank'], ['-', ['zoom'], FIRST_TOWN_ZOOM - 1]],
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
		paint: { 'icon-color': colour('town'), 'text-color': colour('town'), ...halo }
	}
];
