/**
 * Builds the style layers of areas and of extents. A tint says "somewhere in here"; a broken outline, that an edge is not
 * known exactly, or that it is only that of a region.
 */
import type {
	ExpressionSpecification,
	LayerSpecification,
	LineLayerSpecification
} from '@maplibre/maplibre-gl-style-spec';
import { partFilter, whenSelected } from '../expressions';
import { AREA_OPACITY, BROKEN, EXTENT_OPACITY, HATCHING, REGION_OPACITY } from '../constants';
import type { PartLayersBuilder } from './place-layers';

/** Whether an area lies within another. It is drawn even if the shape of its layer is not that of areas. */
const isRegion: ExpressionSpecification = ['has', 'inner'];
const isOther: ExpressionSpecification = ['!', isRegion];

export const areaLayers: PartLayersBuilder = (layer, { colours }) => {
	const hue = colours[layer.hue];
	const outline = (
		id: string,
		filter: ExpressionSpecification | true,
		paint: NonNullable<LineLayerSpecification['paint']>
	): LayerSpecification => ({
		id: `${layer.id} ${id} outline`,
		type: 'line',
		source: 'parts',
		filter: ['all', partFilter(layer, 'area') as ExpressionSpecification, filter],
		layout: { 'line-join': 'round' },
		paint
	});
	const isTinted = layer.shape === 'area';
	const regionOrCountry = <T>(region: T, country: T): ExpressionSpecification =>
		['case', isRegion, region, country] as unknown as ExpressionSpecification;
	return [
		{
			id: `${layer.id} area`,
			type: 'fill',
			source: 'parts',
			filter: partFilter(layer, 'area'),
			paint: {
				'fill-color': isTinted ? hue : regionOrCountry(hue, colours.text),
				'fill-opacity': isTinted
					? whenSelected(AREA_OPACITY.selected, AREA_OPACITY.otherwise)
					: regionOrCountry(
							whenSelected(REGION_OPACITY.selected, REGION_OPACITY.otherwise),
							whenSelected(0.07, 0)
						),
				'fill-antialias': false
			}
		},
		{
			id: `${layer.id} hatching`,
			type: 'fill',
			source: 'parts',
			filter: ['all', partFilter(layer, 'area') as ExpressionSpecification, ...(isTinted ? [] : [isRegion])],
			paint: {
				'fill-pattern': `hatching ${isTinted ? HATCHING.area : HATCHING.region} ${hue}`,
				'fill-antialias': false
			}
		},
		...(isTinted
			? [outline('area', true, { 'line-color': hue, 'line-width': whenSelected(2.4, 1.3) })]
			: [
					outline('region', isRegion, {
						'line-color': hue,
						'line-width': whenSelected(1.8, 1.1),
						'line-dasharray': BROKEN
					}),
					// Other areas are invisible until they are selected.
					outline('area', isOther, {
						'line-color': colours.text,
						'line-width': 1.8,
						'line-opacity': whenSelected(1, 0)
					})
				])
	];
};

/** From each zoom on, extents of at least so many square metres are larger than the mark that stands for them. */
export const VISIBLE_EXTENTS: [zoom: number, extent: number][] = [
	[8, 8_000_000],
	[9, 2_000_000],
	[10, 500_000],
	[11, 130_000],
	[12, 30_000]
];

const isVisible = [
	'>=',
	['get', 'extent'],
	['step', ['zoom'], Number.MAX_SAFE_INTEGER, ...VISIBLE_EXTENTS.flat()]
] as unknown as ExpressionSpecification;

export const extentLayers: PartLayersBuilder = (layer, { colours }) => [
	{
		id: `${layer.id} extent`,
		type: 'fill',
		source: 'parts',
		filter: ['all', partFilter(layer, 'extent') as ExpressionSpecification, isVisible],
		paint: {
			'fill-color': colours[layer.hue],
			'fill-opacity': whenSelected(EXTENT_OPACITY.selected, EXTENT_OPACITY.otherwise)
		}
	},
	{
		id: `${layer.id} extent outline`,
		type: 'line',
		source: 'parts',
		filter: ['all', partFilter(layer, 'extent') as ExpressionSpecification, isVisible],
		paint: {
			'line-color': colours[layer.hue],
			'line-width': whenSelected(2.2, 1.6),
			'line-dasharray': [2.5, 1.9]
		}
	}
];
