/** The style layers of what is drawn as a spot: symbols with their names, and how many where they are gathered. */
import type {
	ExpressionSpecification,
	FilterSpecification,
	LayerSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { Layer } from '$lib/model/story';
import { halo, isPart, names, quotedOr, whenSelected } from './expressions';
import type { Shared } from './place-layers';
import { FONT } from './constants';
import { pointShape } from './symbols';

/** Its symbol gives way to an extent of so many square metres from the zoom on at which that can be seen as an area. */
const SEEN: [zoom: number, extent: number][] = [
	[10, 3_000_000],
	[11, 700_000],
	[12, 200_000]
];

function whileSmall(image: ExpressionSpecification): ExpressionSpecification {
	const after = SEEN.flatMap(([zoom, extent]) => [
		zoom,
		['case', ['all', ['has', 'central'], ['>=', ['get', 'extent'], extent]], '', image]
	]);
	return ['step', ['zoom'], image, ...after] as unknown as ExpressionSpecification;
}

/** `source`: the parts', or of a layer with many symbols their own. */
export const symbols = (layer: Layer, { colours, zoom }: Shared, source: string): LayerSpecification[] => {
	const shape = pointShape(layer.shape);
	return [
		{
			id: `${layer.id} symbol`,
			type: 'symbol',
			source,
			filter: [
				'all',
				isPart(layer, 'symbol'),
				['any', ['==', ['get', 'quoted'], 'article'], ['>=', ['zoom'], zoom - 1]]
			] as FilterSpecification,
			layout: {
				'icon-image': whileSmall(['case', ['get', 'hollow'], `${shape} hollow`, shape]),
				'icon-size': quotedOr(1.15, 0.95),
				'icon-allow-overlap': true,
				'icon-ignore-placement': false,
				'text-optional': true,
				'text-font': [FONT],
				'text-field': [
					'step',
					['zoom'],
					['case', ['==', ['get', 'quoted'], 'none'], '', ['get', 'name']],
					8,
					['get', 'name'],
					10,
					names
				],
				'text-size': quotedOr(14, 12),
				// Beside a line, above and below would be across it.
				'text-variable-anchor-offset': [
					'case',
					['has', 'central'],
					['literal', ['left', [0.9, 0], 'right', [-0.9, 0], 'bottom', [0, -0.9], 'top', [0, 0.9]]],
					['literal', ['left', [0.9, 0], 'right', [-0.9, 0]]]
				] as unknown as ExpressionSpecification,
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

/** How many symbols stand where one is drawn. */
export const clusters = (layer: Layer, { colours }: Shared, source: string): LayerSpecification[] => [
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
