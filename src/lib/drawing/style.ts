/**
 * Story -> MapLibre style (https://maplibre.org/maplibre-style-spec/), pure. Every source and every style layer, in
 * drawing order; nothing is added at run time. What changes later changes by global state (theme, layers switched off)
 * and feature state (selected). Sources hold their data: no URL but the fonts', which the page adds. It is what a map
 * begins with; `wholeData` is what takes its place.
 */
import type {
	GeoJSONSourceSpecification,
	LayerSpecification,
	StyleSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import type { Beginning, Drawing, DrawnPart, Layer, MapIndex, Part, Story } from '$lib/model';
import { countries, ground, groundSource, towns } from './ground';
import { areas, extents, labels, lines, stretches, type PartLayers } from './parts';
import { clusters, symbols } from './spots';
import { INDEX, MOST_SYMBOLS, switchOf } from './switches';

export function buildStyle(
	story: Story,
	{ parts }: Drawing,
	{ surroundings, drawing: beginning }: Beginning
): StyleSpecification {
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
	const sources = sourcesOf(layers, beginning);
	const sourceOf = (layer: string): string => (gatheredIn(layer) in sources ? gatheredIn(layer) : 'parts');
	return {
		version: 8,
		metadata: { [INDEX]: { ...mapIndex(story, parts), surroundings, letters: lettersOf(beginning) } },
		state: {
			theme: { default: 'light' },
			...Object.fromEntries(layers.map(({ id }) => [switchOf(id), { default: false }]))
		},
		sources,
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
				.filter(({ id }) => sourceOf(id) !== 'parts')
				.flatMap((layer) => clusters(layer, sourceOf(layer.id)).map((each) => switchable(each, layer)))
		]
	};
}

/** By source, the data of all the world. */
export const wholeData = (story: Story, drawing: Drawing): Record<string, FeatureCollection> =>
	Object.fromEntries(
		Object.entries(sourcesOf(story.layers, drawing)).map(([id, { data }]) => [id, data as FeatureCollection])
	);

/** The source of a layer's symbols, when it has many. */
const gatheredIn = (layer: string): string => `symbols of ${layer}`;

function sourcesOf(layers: Layer[], { parts, basemap }: Drawing): Record<string, GeoJSONSourceSpecification> {
	const symbols = new Map<string, DrawnPart[]>(layers.map(({ id }) => [id, []]));
	for (const part of parts.features)
		if (part.properties.part === 'symbol') symbols.get(part.properties.layer)?.push(part);
	const many = layers.filter(({ id }) => (symbols.get(id)?.length ?? 0) > MOST_SYMBOLS);
	const apart = new Set(many.map(({ id }) => id));
	const others = parts.features.filter(
		({ properties: { layer, part } }) => part !== 'symbol' || !apart.has(layer)
	);
	return {
		ground: groundSource(basemap),
		parts: { type: 'geojson', data: { ...parts, features: others }, promoteId: 'place' },
		...Object.fromEntries(many.map(({ id }) => [gatheredIn(id), gathered(symbols.get(id) ?? [])]))
	};
}

/** Symbols that would hide each other are one with their number, until the reader comes nearer. */
const gathered = (features: DrawnPart[]): GeoJSONSourceSpecification => ({
	type: 'geojson',
	data: { type: 'FeatureCollection', features },
	promoteId: 'place',
	cluster: true,
	clusterRadius: 44,
	clusterMaxZoom: 11
});

function mapIndex(
	{ views, places, passages }: Story,
	parts: Drawing['parts']
): Omit<MapIndex, 'surroundings' | 'letters'> {
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

/** Of scripts that have thousands, most would be drawn in vain. */
const MOST_LETTERS = 200;

/** Towns are written with their local names only where one comes nearer. */
function lettersOf({ parts, basemap }: Drawing): string {
	const labels = parts.features.filter(({ properties: { part } }) => part === 'label');
	const names = [
		...labels.flatMap(({ properties: { name, local } }) => [name, local]),
		...[...basemap.towns.features, ...basemap.countries.features].map(({ properties: { name } }) => name)
	];
	return [...new Set(names.join(''))].slice(0, MOST_LETTERS).join('');
}

function switchable<L extends LayerSpecification>(styleLayer: L, { id }: Layer): L {
	const visibility = ['case', ['global-state', switchOf(id)], 'none', 'visible'];
	return { ...styleLayer, layout: { ...styleLayer.layout, visibility } } as L;
}
