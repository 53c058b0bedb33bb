/** Builds the style layers of stretches and labels for the places of one layer. */
import type {
	ExpressionSpecification,
	FilterSpecification,
	LayerSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { Drawing } from '$lib/model/drawing';
import type { Layer } from '$lib/model/story';
import { halo, lineWidth, partFilter, whenSelected } from '../expressions';
import type { Colours } from '../palette';
import { FONT } from '../constants';

export interface StyleContext {
	colours: Colours;
	/** Zoom of the first view. */
	zoom: number;
	/** By place id, the signs that stand beside their line. */
	signs: Drawing['signs'];
}

export type PartLayersBuilder = (layer: Layer, context: StyleContext) => LayerSpecification[];

/** Dash and gap of a stretch on which the place lies somewhere, in widths of the line. */
const HATCHES = [0.34, 0.34];

/** Solid if it is fairly sure that the place lies there, hatched if not. A certain place has none. */
export const stretchLayers: PartLayersBuilder = (layer, { colours, zoom }) =>
	(['less-certain', 'uncertain'] as const).map((certainty) => ({
		id: `${layer.id} ${certainty} stretch`,
		type: 'line',
		source: 'parts',
		minzoom: Math.max(0, zoom - 1),
		filter: [
			'all',
			partFilter(layer, 'stretch'),
			['==', ['get', 'certainty'], certainty]
		] as FilterSpecification,
		layout: { 'line-join': 'round' },
		paint: {
			'line-color': colours[layer.hue],
			'line-opacity': certainty === 'uncertain' ? whenSelected(0.9, 0.6) : whenSelected(0.75, 0.45),
			'line-width': lineWidth([zoom - 1, 7, 4.5], [zoom + 1, 10, 6.5], [zoom + 4, 14, 9]),
			...(certainty === 'uncertain' && { 'line-dasharray': HATCHES })
		}
	}));

/**
 * Names of areas are set in capitals and tracked, the two sides of a line larger than others. In a language with another
 * name for the area, that stands below.
 */
const areaName: ExpressionSpecification = [
	'case',
	['==', ['get', 'local'], ''],
	['upcase', ['get', 'name']],
	[
		'format',
		['upcase', ['get', 'name']],
		{},
		'\n',
		{},
		['get', 'local'],
		{ 'font-scale': ['case', ['has', 'tint'], 0.7, 1] }
	]
];

const labelSize = (isBeside: boolean, isTinted: boolean): ExpressionSpecification =>
	isBeside
		? ['interpolate', ['linear'], ['zoom'], 2, 11, 7, 13]
		: [
				'interpolate',
				['linear'],
				['zoom'],
				2,
				11,
				5.5,
				['case', ['has', 'tint'], 17, ['has', 'inner'], 11.5, isTinted ? 14 : 11.5],
				7.5,
				['case', ['has', 'tint'], 17, ['has', 'inner'], 11.5, isTinted ? 14 : 11.5],
				8,
				['case', ['has', 'tint'], 13, ['has', 'inner'], 11.5, isTinted ? 14 : 11.5]
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
				'text-field': isBeside ? ['get', 'name'] : areaName,
				'text-size': labelSize(isBeside, layer.shape === 'area'),
				'text-letter-spacing': isBeside ? 0 : 0.14,
				'text-max-width': isBeside ? 8 : 12,
				'symbol-sort-key': ['case', ['has', 'tint'], 0, ['has', 'inner'], 2, 1],
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
			paint: {
				'text-color': ['case', ['has', 'tint'], colours.quiet, colours[layer.hue]],
				...halo(colours)
			}
		}
	];
};
