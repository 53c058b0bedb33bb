/** Builds the style layers for the places of one layer, by kind of part: areas, extents, stretches, lines, labels. */
import type {
	ExpressionSpecification,
	FilterSpecification,
	LayerSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { Layer } from '$lib/model/story';
import { halo, lineWidth, nameWithLocal, partFilter, whenSelected } from './expressions';
import type { Colours } from './palette';
import { FONT } from './constants';

export interface StyleContext {
	colours: Colours;
	/** Zoom of the first view. */
	zoom: number;
}

export type PartLayersBuilder = (layer: Layer, context: StyleContext) => LayerSpecification[];

const areaOutline = (layer: Layer, { colours }: StyleContext): LayerSpecification => ({
	id: `${layer.id} area outline`,
	type: 'line',
	source: 'parts',
	filter: partFilter(layer, 'area'),
	paint: { 'line-color': colours[layer.hue], 'line-width': whenSelected(2, 1) }
});

export const areaLayers: PartLayersBuilder = (layer, context) => {
	const isFilled = layer.shape === 'area';
	return [
		{
			id: `${layer.id} area`,
			type: 'fill',
			source: 'parts',
			filter: partFilter(layer, 'area'),
			paint: {
				'fill-color': context.colours[layer.hue],
				'fill-opacity': isFilled ? whenSelected(0.42, 0.24) : whenSelected(0.2, 0),
				'fill-antialias': false
			}
		},
		// The areas of other layers are invisible until they are selected, and have no outline even then.
		...(isFilled ? [areaOutline(layer, context)] : [])
	];
};

export const extentLayers: PartLayersBuilder = (layer, { colours }) => [
	{
		id: `${layer.id} extent`,
		type: 'fill',
		source: 'parts',
		minzoom: 8,
		filter: partFilter(layer, 'extent'),
		paint: { 'fill-color': colours[layer.hue], 'fill-opacity': whenSelected(0.34, 0.2) }
	},
	{
		id: `${layer.id} extent outline`,
		type: 'line',
		source: 'parts',
		minzoom: 8,
		filter: partFilter(layer, 'extent'),
		paint: {
			'line-color': colours[layer.hue],
			'line-width': whenSelected(2.4, 1.4),
			'line-dasharray': [2, 2]
		}
	}
];

export const stretchLayers: PartLayersBuilder = (layer, { colours }) => [
	{
		id: `${layer.id} stretch`,
		type: 'line',
		source: 'parts',
		minzoom: 8,
		filter: partFilter(layer, 'stretch'),
		layout: { 'line-cap': 'round', 'line-join': 'round' },
		paint: {
			'line-color': colours[layer.hue],
			'line-opacity': whenSelected(0.75, 0.4),
			'line-width': lineWidth([8, 13, 10], [12, 24, 20])
		}
	}
];

export const lineLayers: PartLayersBuilder = (layer, { colours }) => [
	{
		id: `${layer.id} casing`,
		type: 'line',
		source: 'parts',
		filter: partFilter(layer, 'line'),
		layout: { 'line-join': 'round' },
		paint: {
			'line-color': colours.land,
			'line-width': lineWidth([3, 2, 2], [7, 5, 5], [12, 8, 8])
		}
	},
	{
		id: `${layer.id} line`,
		type: 'line',
		source: 'parts',
		filter: partFilter(layer, 'line'),
		layout: { 'line-join': 'round' },
		paint: {
			'line-color': colours[layer.hue],
			'line-width': lineWidth([3, 2.4, 1.2], [7, 4.5, 2.6], [12, 6, 4])
		}
	},
	{
		id: `${layer.id} line name`,
		type: 'symbol',
		source: 'parts',
		minzoom: 9,
		filter: partFilter(layer, 'line'),
		layout: {
			'symbol-placement': 'line',
			'symbol-spacing': 350,
			'text-font': [FONT],
			'text-field': ['get', 'name'],
			'text-size': 12,
			'text-offset': [0, 1.1],
			'text-max-angle': 35
		},
		paint: { 'text-color': colours[layer.hue], ...halo(colours) }
	}
];

export const labelLayers: PartLayersBuilder = (layer, { colours, zoom }) => {
	/** The side of the line is chosen at build time (label-placement/line-labels.ts). Other labels are centered. */
	const isBeside = layer.shape === 'line';
	return [
		{
			id: `${layer.id} label`,
			type: 'symbol',
			source: 'parts',
			filter: [
				'all',
				partFilter(layer, 'label'),
				['>=', ['zoom'], ['coalesce', ['get', 'from'], 0]],
				['<', ['zoom'], ['coalesce', ['get', 'until'], 24]]
			] as FilterSpecification,
			minzoom: isBeside ? Math.max(0, zoom - 1) : 0,
			layout: {
				'text-font': [FONT],
				'text-field': isBeside ? ['get', 'name'] : nameWithLocal,
				'text-size': ['interpolate', ['linear'], ['zoom'], 2, 11, 7, isBeside ? 13 : 15],
				'text-letter-spacing': isBeside ? 0 : 0.06,
				'text-max-width': 8,
				...(isBeside && {
					'text-anchor': ['match', ['get', 'side'], 'left', 'right', 'left'] as ExpressionSpecification,
					'text-offset': [
						'match',
						['get', 'side'],
						'left',
						['literal', [-0.8, 0]],
						['literal', [0.8, 0]]
					] as ExpressionSpecification,
					'text-overlap': 'always' as const
				})
			},
			paint: { 'text-color': colours[layer.shape === 'area' ? 'text' : layer.hue], ...halo(colours) }
		}
	];
};
