/**
 * Story -> MapLibre style (https://maplibre.org/maplibre-style-spec/), pure. Every source and every style layer, in
 * drawing order; nothing is added at run time. What changes later changes by global state (theme, layers switched off)
 * and feature state (selected). Sources hold their data: no URL but the fonts', which the page adds.
 */
import type {
	LayerSpecification,
	SourceSpecification,
	StyleSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { Drawing, DrawnPart, Layer, MapIndex, Part, Story } from '$lib/model';
import { countries, ground, groundSource, towns } from './ground';
import { areas, extents, labels, lines, stretches, type PartLayers } from './parts';
import { clusters, symbols } from './spots';
import { INDEX, MOST_SYMBOLS, switchOf } from './switches';

export function buildStyle(story: Story, { parts, basemap }: Drawing): StyleSpecification {
	const { layers, views } = story;
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
	const many = new Map(
		ordered.flatMap(({ id }) => {
			const own = parts.features.filter(
				({ properties: { layer, part } }) => layer === id && part === 'symbol'
			);
			return own.length > MOST_SYMBOLS ? [[id, own] as const] : [];
		})
	);
	const sourceOf = (layer: string): string => (many.has(layer) ? `symbols of ${layer}` : 'parts');
	const others = parts.features.filter(
		({ properties: { layer, part } }) => part !== 'symbol' || !many.has(layer)
	);
	return {
		version: 8,
		metadata: { [INDEX]: mapIndex(story, parts) },
		state: {
			theme: { default: 'light' },
			...Object.fromEntries(layers.map(({ id }) => [switchOf(id), { default: false }]))
		},
		sources: {
			ground: groundSource(basemap),
			parts: { type: 'geojson', data: { ...parts, features: others }, promoteId: 'place' },
			...Object.fromEntries([...many].map(([layer, features]) => [sourceOf(layer), gathered(features)]))
		},
		layers: [
			...ground,
			...drawn('area', areas),
			...drawn('extent', extents),
			...drawn('stretch', stretches),
			...drawn('line', lines),
			...countries,
			...towns,
			...drawn('label', labels),
			...drawn('symbol', (layer, near) => symbols(layer, near, sourceOf(layer.id))),
			...ordered
				.filter(({ id }) => many.has(id))
				.flatMap((layer) => clusters(layer, sourceOf(layer.id)).map((each) => switchable(each, layer)))
		]
	};
}

/** Symbols that would hide each other are one with their number, until the reader comes nearer. */
const gathered = (features: DrawnPart[]): SourceSpecification => ({
	type: 'geojson',
	data: { type: 'FeatureCollection', features },
	promoteId: 'place',
	cluster: true,
	clusterRadius: 44,
	clusterMaxZoom: 11
});

function mapIndex({ views, places, passages }: Story, parts: Drawing['parts']): MapIndex {
	const symbols = new Set(
		parts.features.flatMap(({ properties: { place, part } }) => (part === 'symbol' ? [place] : []))
	);
	return {
		views,
		places: places.flatMap(({ id, anchor, bbox }) =>
			anchor && bbox ? [{ id, anchor, bbox, symbol: symbols.has(id) }] : []
		),
		passages: passages.map(({ id, places }) => ({ id, places: places.map(({ place }) => place) }))
	};
}

function switchable<L extends LayerSpecification>(styleLayer: L, { id }: Layer): L {
	const visibility = ['case', ['global-state', switchOf(id)], 'none', 'visible'];
	return { ...styleLayer, layout: { ...styleLayer.layout, visibility } } as L;
}
