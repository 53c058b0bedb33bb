/** Builds the style layers of lines: a ribbon on each side of a line that divides two areas, its halo, and itself. */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Layer } from '$lib/model/story';
import { FONT, LINE_WIDTHS, RIBBON_BANDS, RIBBON_ZOOM } from './constants';
import { halo, partFilter, whenSelected } from './expressions';
import type { Colours } from './palette';
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
	...ribbonLayers(layer, colours),
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

/** A line without sides has none. */
const ribbonLayers = (layer: Layer, colours: Colours): LayerSpecification[] =>
	RIBBON_BANDS.map(({ side, share, opacity }, index) => ({
		id: `${layer.id} ribbon ${index + 1}`,
		type: 'line',
		source: 'parts',
		minzoom: RIBBON_ZOOM,
		filter: ['all', partFilter(layer, 'line') as ExpressionSpecification, ['has', 'left']],
		layout: { 'line-join': 'round' },
		paint: {
			'line-color': colours[`ribbon${side}`],
			'line-opacity': opacity,
			'line-width': byZoom((_line, _halo, ribbon) => ribbon * share),
			// Half its width to the left (negative) or right of the line.
			'line-offset': byZoom((_line, _halo, ribbon) => [
				'*',
				['case', ['==', ['get', 'left'], side], -0.5, 0.5],
				ribbon * share
			])
		}
	}));
