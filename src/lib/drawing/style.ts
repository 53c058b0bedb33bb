/**
 * Story -> MapLibre style (https://maplibre.org/maplibre-style-spec/), pure. Every source and every style layer, in
 * drawing order; nothing is added at run time. What changes later changes by global state (theme, layers switched off)
 * and feature state (selected). Sources hold their data: no URL but the fonts', which the page adds.
 */
import type {
	DataDrivenPropertyValueSpecification,
	ExpressionSpecification,
	FilterSpecification,
	LayerSpecification,
	StyleSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { Drawing, Layer, Part, Story } from '$lib/model';
import { palette, type Colour } from './palette';
import { pointShape } from './symbols';

export const FONT = 'Noto Sans';

const colour = (name: Colour): ExpressionSpecification => [
	'match',
	['global-state', 'theme'],
	'dark',
	palette.dark[name],
	palette.light[name]
];

/** The global state that switches a layer off. */
export const switchOf = (layer: string): string => `hide ${layer}`;

const selected: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];
const whenSelected = <T>(then: T, otherwise: T): DataDrivenPropertyValueSpecification<T> =>
	['case', selected, then, otherwise] as unknown as DataDrivenPropertyValueSpecification<T>;
const quotedOr = (quoted: number, otherwise: number): ExpressionSpecification => [
	'case',
	['==', ['get', 'quoted'], 'article'],
	quoted,
	otherwise
];

const names: ExpressionSpecification = [
	'case',
	['==', ['get', 'local'], ''],
	['get', 'name'],
	['format', ['get', 'name'], {}, '\n', {}, ['get', 'local'], { 'font-scale': 0.82 }]
];

const halo = { 'text-halo-color': colour('land'), 'text-halo-width': 1.6 } as const;

const ground: LayerSpecification[] = [
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

const towns: LayerSpecification[] = [
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

function isPart(layer: Layer, part: Part['part']): FilterSpecification {
	return ['all', ['==', ['get', 'layer'], layer.id], ['==', ['get', 'part'], part]];
}

/** `near` is the zoom of the first view. */
type PartLayers = (layer: Layer, near: number) => LayerSpecification[];

const areas: PartLayers = (layer) => {
	const tint = layer.shape === 'area';
	return [
		{
			id: `${layer.id} area`,
			type: 'fill',
			source: 'parts',
			filter: isPart(layer, 'area'),
			paint: {
				'fill-color': colour(layer.hue),
				'fill-opacity': tint ? whenSelected(0.42, 0.24) : whenSelected(0.12, 0),
				'fill-antialias': false
			}
		},
		{
			id: `${layer.id} area outline`,
			type: 'line',
			source: 'parts',
			filter: isPart(layer, 'area'),
			paint: {
				'line-color': colour(layer.hue),
				'line-width': tint ? whenSelected(2, 1) : whenSelected(1.6, 0)
			}
		}
	];
};

const extents: PartLayers = (layer) => [
	{
		id: `${layer.id} extent`,
		type: 'fill',
		source: 'parts',
		minzoom: 8,
		filter: isPart(layer, 'extent'),
		paint: { 'fill-color': colour(layer.hue), 'fill-opacity': whenSelected(0.34, 0.2) }
	},
	{
		id: `${layer.id} extent outline`,
		type: 'line',
		source: 'parts',
		minzoom: 8,
		filter: isPart(layer, 'extent'),
		paint: { 'line-color': colour(layer.hue), 'line-width': whenSelected(2.4, 1.4), 'line-dasharray': [2, 2] }
	}
];

const stretches: PartLayers = (layer) => [
	{
		id: `${layer.id} stretch`,
		type: 'line',
		source: 'parts',
		minzoom: 8,
		filter: isPart(layer, 'stretch'),
		layout: { 'line-cap': 'round', 'line-join': 'round' },
		paint: {
			'line-color': colour(layer.hue),
			'line-opacity': whenSelected(0.75, 0.4),
			'line-width': whenSelected(11, 8)
		}
	}
];

const lines: PartLayers = (layer) => [
	{
		id: `${layer.id} casing`,
		type: 'line',
		source: 'parts',
		filter: isPart(layer, 'line'),
		layout: { 'line-join': 'round' },
		paint: {
			'line-color': colour('land'),
			'line-width': ['interpolate', ['linear'], ['zoom'], 3, 2, 7, 5, 12, 8]
		}
	},
	{
		id: `${layer.id} line`,
		type: 'line',
		source: 'parts',
		filter: isPart(layer, 'line'),
		layout: { 'line-join': 'round' },
		paint: {
			'line-color': colour(layer.hue),
			'line-width': [
				'interpolate',
				['linear'],
				['zoom'],
				3,
				whenSelected(2.4, 1.2),
				7,
				whenSelected(4.5, 2.6),
				12,
				whenSelected(6, 4)
			] as ExpressionSpecification
		}
	}
];

const symbols: PartLayers = (layer, near) => {
	const shape = pointShape(layer.shape);
	return [
		{
			id: `${layer.id} symbol`,
			type: 'symbol',
			source: 'parts',
			filter: [
				'all',
				isPart(layer, 'symbol'),
				['any', ['!=', ['get', 'quoted'], 'none'], ['>=', ['zoom'], near - 1]]
			] as FilterSpecification,
			layout: {
				'icon-image': ['case', ['get', 'hollow'], `${shape} hollow`, shape],
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
				'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
				'text-radial-offset': 0.9,
				'text-justify': 'auto',
				'text-max-width': 9,
				'symbol-sort-key': ['get', 'extent']
			},
			paint: {
				'icon-color': colour(layer.hue),
				'icon-halo-color': colour('land'),
				'icon-halo-width': whenSelected(3, 1.2),
				'text-color': colour(layer.hue),
				...halo
			}
		}
	];
};

const labels: PartLayers = (layer, near) => {
	const beside = layer.shape === 'line';
	return [
		{
			id: `${layer.id} label`,
			type: 'symbol',
			source: 'parts',
			filter: [
				'all',
				isPart(layer, 'label'),
				['>=', ['zoom'], ['coalesce', ['get', 'from'], 0]],
				['<', ['zoom'], ['coalesce', ['get', 'until'], 24]]
			] as FilterSpecification,
			minzoom: beside ? Math.max(0, near - 1) : 0,
			maxzoom: 11,
			layout: {
				'text-font': [FONT],
				'text-field': beside ? ['get', 'name'] : names,
				'text-size': ['interpolate', ['linear'], ['zoom'], 2, 11, 7, beside ? 13 : 15],
				'text-letter-spacing': beside ? 0 : 0.06,
				'text-max-width': 8,
				...(beside && {
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
			paint: { 'text-color': colour(layer.shape === 'area' ? 'text' : layer.hue), ...halo }
		}
	];
};

export function buildStyle(
	{ layers, views }: Pick<Story, 'layers' | 'views'>,
	{ parts, basemap }: Drawing
): StyleSpecification {
	const near = views[0]?.zoom ?? 0;
	const present = new Set(parts.features.map(({ properties }) => `${properties.layer} ${properties.part}`));
	// What the article speaks of is drawn over what it does not.
	const quoted = new Set(
		parts.features.flatMap(({ properties }) => (properties.quoted === 'article' ? [properties.layer] : []))
	);
	const ordered = [...layers].sort((a, b) => Number(quoted.has(a.id)) - Number(quoted.has(b.id)));
	const drawn = (part: Part['part'], build: PartLayers): LayerSpecification[] =>
		ordered
			.filter((layer) => present.has(`${layer.id} ${part}`))
			.flatMap((layer) => build(layer, near).map((styleLayer) => switchable(styleLayer, layer)));
	return {
		version: 8,
		state: {
			theme: { default: 'light' },
			...Object.fromEntries(layers.map(({ id }) => [switchOf(id), { default: false }]))
		},
		sources: {
			land: { type: 'geojson', data: basemap.land },
			borders: { type: 'geojson', data: basemap.borders },
			provinces: { type: 'geojson', data: basemap.provinces },
			towns: { type: 'geojson', data: basemap.towns },
			parts: { type: 'geojson', data: parts, promoteId: 'place' }
		},
		layers: [
			...ground,
			...drawn('area', areas),
			...drawn('extent', extents),
			...drawn('stretch', stretches),
			...drawn('line', lines),
			...towns,
			...drawn('label', labels),
			...drawn('symbol', symbols)
		]
	};
}

function switchable<L extends LayerSpecification>(styleLayer: L, { id }: Layer): L {
	const visibility = ['case', ['global-state', switchOf(id)], 'none', 'visible'];
	return { ...styleLayer, layout: { ...styleLayer.layout, visibility } } as L;
}
