/** Builds the style layers of symbols with their names, and of clusters of symbols. */
import type {
	ExpressionSpecification,
	FilterSpecification,
	LayerSpecification,
	SymbolLayerSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { Layer } from '$lib/model/story';
import { halo, nameWithLocal, partFilter, whenQuoted, whenSelected } from '../expressions';
import type { StyleContext } from './place-layers';
import { VISIBLE_EXTENTS } from './area-layers';
import { FONT, SOMEWHERE_SIZE } from '../constants';
import { pointShape } from '../symbols';

/** The image, and no image at zooms at which the extent of the place is visible. */
function unlessExtentVisible(image: ExpressionSpecification | string): ExpressionSpecification {
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

/** The name in bold and, below it from the first view on, within which distance the place lies. */
const nameSomewhere = (zoom: number): ExpressionSpecification => [
	'step',
	['zoom'],
	['get', 'name'],
	zoom,
	[
		'format',
		['get', 'name'],
		{},
		'\n',
		{},
		['get', 'somewhere'],
		{
			'font-scale': SOMEWHERE_SIZE.below / SOMEWHERE_SIZE.name,
			'text-font': ['literal', [FONT]]
		}
	]
];

/** A place that lies somewhere in an extent which is too small to be drawn at this zoom. */
export function somewhereLayers(
	layer: Layer,
	{ colours, zoom }: StyleContext,
	source: string
): SymbolLayerSpecification[] {
	const hue = colours[layer.hue];
	const common = (id: string) => ({
		id: `${layer.id} ${id}`,
		type: 'symbol' as const,
		source,
		filter: ['all', partFilter(layer, 'symbol'), ['has', 'somewhere']] as FilterSpecification
	});
	return [
		{
			...common('selected somewhere'),
			metadata: { decoration: true },
			layout: {
				'icon-image': unlessExtentVisible(`selected ${hue}`),
				'icon-allow-overlap': true,
				'icon-ignore-placement': true
			},
			paint: { 'icon-opacity': whenSelected(1, 0) }
		},
		{
			...common('somewhere'),
			layout: {
				'icon-image': unlessExtentVisible(`somewhere ${hue}`),
				'icon-allow-overlap': true,
				'text-optional': true,
				'text-font': [`${FONT} Bold`, FONT],
				'text-field': nameSomewhere(zoom),
				'text-size': SOMEWHERE_SIZE.name,
				'text-variable-anchor-offset': anchorOffsets,
				'text-justify': 'auto',
				'text-max-width': 12
			},
			paint: { 'text-color': hue, ...halo(colours) }
		}
	];
}

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
				['!', ['any', ['has', 'sign'], ['has', 'somewhere']]],
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
