/** Builds the style layers of lines: the line with its halo and name, and a ribbon on each side of a line with sides. */
import type { ExpressionSpecification, LineLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Layer } from '$lib/model/story';
import { FONT, LINE_WIDTHS, RIBBON_SHARES, RIBBON_ZOOM } from '../constants';
import { halo, partFilter, whenSelected } from '../expressions';
import type { Colours } from '../palette';
import type { PartLayersBuilder } from './place-layers';

/** Interpolates a value between the zooms of `LINE_WIDTHS`. */
const byZoom = (value: (line: number, halo: number, ribbon: number) => unknown): ExpressionSpecification =>
	[
		'interpolate',
		['linear'],
		['zoom'],
		...LINE_WIDTHS.flatMap(([zoom, line, halo, ribbon]) => [zoom, value(line, halo, ribbon)])
	] as unknown as ExpressionSpecification;

export const lineLayers: PartLayersBuilder = (layer, { colours }) => [
	{
		id: `${layer.id} casing`,
		type: 'line',
		source: 'parts',
		filter: partFilter(layer, 'line'),
		layout: { 'line-join': 'round' },
		paint: { 'line-color': colours.land, 'line-width': byZoom((_line, halo) => halo) }
	},
	{
		id: `${layer.id} line`,
		type: 'line',
		source: 'parts',
		filter: partFilter(layer, 'line'),
		layout: { 'line-join': 'round' },
		paint: {
			'line-color': colours[layer.hue],
			'line-width': byZoom((line) => whenSelected(line * 1.7, line))
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
			'text-size': 11.5,
			'text-offset': [0, 1.1],
			'text-max-angle': 35
		},
		paint: { 'text-color': colours[layer.hue], ...halo(colours) }
	}
];

const ribbonLayer = (layer: Layer, colours: Colours, band: keyof typeof RIBBON_SHARES) =>
	({
		id: `${layer.id} ${band}`,
		type: 'line',
		source: 'parts',
		minzoom: RIBBON_ZOOM,
		filter: ['all', partFilter(layer, 'line') as ExpressionSpecification, ['has', 'left']],
		layout: { 'line-join': 'round' },
		// Opaque, because MapLibre would draw the overlaps at bends darker.
		paint: { 'line-color': colours[band] }
	}) satisfies LineLayerSpecification;

/** The ribbon of the first side is twice as wide and lies under the ground of the second side, which covers half of it. */
export const firstRibbonLayers: PartLayersBuilder = (layer, { colours }) =>
	(['ribbon1', 'ribbon1near'] as const).map((band) => {
		const { paint, ...rest } = ribbonLayer(layer, colours, band);
		const width = byZoom((_line, _halo, ribbon) => 2 * ribbon * RIBBON_SHARES[band]);
		return { ...rest, paint: { ...paint, 'line-width': width } };
	});

/** The ribbon of the second side lies beside the line. */
export const secondRibbonLayers: PartLayersBuilder = (layer, { colours }) => {
	const { paint, ...rest } = ribbonLayer(layer, colours, 'ribbon2');
	const width = (ribbon: number): number => ribbon * RIBBON_SHARES.ribbon2;
	/** By half its width to the left (negative) or right of the line. */
	const offset = byZoom((_line, _halo, ribbon) => [
		'*',
		['case', ['==', ['get', 'left'], 2], -0.5, 0.5],
		width(ribbon)
	]);
	return [
		{
			...rest,
			paint: {
				...paint,
				'line-width': byZoom((_line, _halo, ribbon) => width(ribbon)),
				'line-offset': offset
			}
		}
	];
};
