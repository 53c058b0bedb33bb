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
