/** Builds the style layers of symbols with their names, and of clusters of symbols. */
import type {
	ExpressionSpecification,
	FilterSpecification,
	LayerSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { Layer } from '$lib/model/story';
import { halo, nameWithLocal, partFilter, whenQuoted, whenSelected } from './expressions';
import type { StyleContext } from './place-layers';
import { FONT } from './constants';
import { pointShape } from './symbols';

/** From each zoom on, extents of at least so many square metres are large enough to see, and need no symbol. */
const VISIBLE_EXTENTS: [zoom: number, extent: number][] = [
	[10, 3_000_000],
	[11, 700_000],
	[12, 200_000]
];

/** The image, and no image at zooms at which the extent of the place is visible. */
function unlessExtentVisible(image: ExpressionSpecification): ExpressionSpecification {
	const stops = VISIBLE_EXTENTS.flatMap(([zoom, extent]) => [
		zoom,
		['case', ['all', ['has', 'central'], ['>=', ['get', 'extent'], extent]], '', image]
	]);
	return ['step', ['zoom'], image, ...stops] as unknown as ExpressionSpecification;
}

/** Below zoom 8 places without passages have no name. From zoom 10 on the local name is shown too. */
const nameByZoom: ExpressionSpecification = [
	'step',
	['zoom'],
	['case', ['==', ['get', 'quoted'], 'none'], '', ['get', 'name']],
	8,
	['get', 'name'],
	10,
	nameWithLocal
];

/** A symbol without `central` is on a line; a name above or below it would cross the line. */
const anchorOffsets = [
	'case',
	['has', 'central'],
	['literal', ['left', [0.9, 0], 'right', [-0.9, 0], 'bottom', [0, -0.9], 'top', [0, 0.9]]],
	['literal', ['left', [0.9, 0], 'right', [-0.9, 0]]]
] as unknown as ExpressionSpecification;

/** @param source id of the source that holds the symbols of the layer (style.ts) */
export const symbolLayers = (
	layer: Layer,
	{ colours, zoom }: StyleContext,
	source: string
): LayerSpecification[] => {
	const shape = pointShape(layer.shape);
	return [
		{
			id: `${layer.id} symbol`,
			type: 'symbol',
			source,
			filter: [
				'all',
				partFilter(layer, 'symbol'),
				['!', ['has', 'sign']],
				['any', ['==', ['get', 'quoted'], 'article'], ['>=', ['zoom'], zoom - 1]]
			] as FilterSpecification,
			layout: {
				'icon-image': unlessExtentVisible(['case', ['get', 'hollow'], `${shape} hollow`, shape]),
				'icon-size': whenQuoted(1.15, 0.95),
				'icon-allow-overlap': true,
				'icon-ignore-placement': false,
				'text-optional': true,
				'text-font': [FONT],
				'text-field': nameByZoom,
				'text-size': whenQuoted(14, 12),
				'text-variable-anchor-offset': anchorOffsets,
				'text-justify': 'auto',
				'text-max-width': 9,
				'symbol-sort-key': ['get', 'extent']
			},
			paint: {
				'icon-color': colours[layer.hue],
				'icon-halo-color': colours.land,
				'icon-halo-width': whenSelected(3, 1.2),
				'text-color': colours[layer.hue],
				...halo(colours)
			}
		}
	];
};

export const clusterLayers = (
	layer: Layer,
	{ colours }: StyleContext,
	source: string
): LayerSpecification[] => [
	{
		id: `${layer.id} cluster`,
		type: 'symbol',
		source,
		filter: ['has', 'point_count'],
		layout: {
			'icon-image': 'circle',
			'icon-size': ['interpolate', ['linear'], ['get', 'point_count'], 2, 1.7, 1000, 3],
			'icon-allow-overlap': true,
			'text-font': [FONT],
			'text-field': ['get', 'point_count_abbreviated'],
			'text-size': 12,
			'text-allow-overlap': true
		},
		paint: {
			'icon-color': colours[layer.hue],
			'text-color': colours.land,
			'text-halo-width': 0
		}
	}
];
