/**
 * Map data + theme -> MapLibre style (https://maplibre.org/maplibre-style-spec/), pure. Every source and every style
 * layer, in drawing order; nothing is added at run time. Another theme, or a layer switched off, is another style, and
 * MapLibre applies the difference; what is selected is feature state. Sources hold their data: nothing is fetched for
 * them. It is what a map begins with; `wholeData` is what takes its place.
 */
import type {
	GeoJSONSourceSpecification,
	LayerSpecification,
	StyleSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import type { Drawing, DrawnLayer, DrawnPart, MapData, Part } from '$lib/model/drawing';
import type { Layer } from '$lib/model/story';
import { countries, ground, groundSource, towns } from './basemap-layers';
import { palette, type Theme } from './palette';
import { areas, extents, labels, lines, stretches, type PartLayers, type Shared } from './place-layers';
import { clusters, symbols } from './symbol-layers';
import { MOST_SYMBOLS } from './constants';

/** What a reader chooses of how the map looks. */
export interface Look {
	theme: Theme;
	/** Ids of the layers that are switched off. */
	hidden: ReadonlySet<string>;
}

export function buildStyle({ layers, views, drawing }: MapData, { theme, hidden }: Look): StyleSpecification {
	const shared: Shared = { colours: palette[theme], zoom: views[0].zoom };
	const drawn = (part: Part['part'], build: PartLayers): LayerSpecification[] =>
		layers
			.filter(({ parts }) => parts.includes(part))
			.flatMap((layer) => shownUnless(hidden.has(layer.id), build(layer, shared)));
	const sourceOf = ({ id, clustered }: DrawnLayer): string => (clustered ? symbolsOf(id) : PLACES);
	return {
		version: 8,
		sources: sourcesOf(layers, drawing),
		layers: [
			...ground(shared.colours),
			...drawn('area', areas),
			...drawn('extent', extents),
			...drawn('stretch', stretches),
			...drawn('line', lines),
			...countries(shared.colours),
			...towns(shared.colours),
			...drawn('label', labels),
			...drawn('symbol', (layer) => symbols(layer, shared, sourceOf(layer as DrawnLayer))),
			...layers
				.filter(({ clustered }) => clustered)
				.flatMap((layer) => shownUnless(hidden.has(layer.id), clusters(layer, shared, symbolsOf(layer.id))))
		]
	};
}

/** The layers in drawing order: what the article speaks of is drawn over what it does not. */
export function drawnLayers(layers: Layer[], { parts }: Drawing): DrawnLayer[] {
	const properties = parts.features.map(({ properties }) => properties);
	const drawn = layers.map((layer) => {
		const own = properties.filter((part) => part.layer === layer.id);
		return {
			...layer,
			parts: [...new Set(own.map(({ part }) => part))],
			clustered: own.filter(({ part }) => part === 'symbol').length > MOST_SYMBOLS,
			quoted: own.some(({ quoted }) => quoted === 'article')
		};
	});
	return drawn
		.sort((a, b) => Number(a.quoted) - Number(b.quoted))
		.map(({ quoted: _quoted, ...layer }) => layer);
}

/** By source, the data of all the world. */
export const wholeData = (layers: DrawnLayer[], drawing: Drawing): Record<string, FeatureCollection> =>
	Object.fromEntries(
		Object.entries(sourcesOf(layers, drawing)).map(([id, { data }]) => [id, data as FeatureCollection])
	);

/** The source of the places, and of a layer's symbols when it has many. */
const PLACES = 'parts';
const symbolsOf = (layer: string): string => `symbols of ${layer}`;

function sourcesOf(
	layers: DrawnLayer[],
	{ parts, basemap }: Drawing
): Record<string, GeoJSONSourceSpecification> {
	const clustered = layers.filter(({ clustered }) => clustered).map(({ id }) => id);
	const isApart = ({ properties: { layer, part } }: DrawnPart): boolean =>
		part === 'symbol' && clustered.includes(layer);
	return {
		ground: groundSource(basemap),
		[PLACES]: {
			type: 'geojson',
			data: { ...parts, features: parts.features.filter((feature) => !isApart(feature)) },
			promoteId: 'place'
		},
		...Object.fromEntries(
			clustered.map((id) => {
				const own = parts.features.filter((feature) => isApart(feature) && feature.properties.layer === id);
				return [symbolsOf(id), gathered(own)];
			})
		)
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

const shownUnless = (hidden: boolean, styleLayers: LayerSpecification[]): LayerSpecification[] =>
	hidden
		? styleLayers.map((each) => ({ ...each, layout: { ...each.layout, visibility: 'none' } }) as typeof each)
		: styleLayers;
