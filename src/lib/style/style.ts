/**
 * Builds the MapLibre style (https://maplibre.org/maplibre-style-spec/) of the live map, with all sources and style
 * layers. Sources contain their data; `worldData` replaces it later. For another theme, or when a layer is hidden, a
 * new style is built and MapLibre applies the difference. The selection is feature state and not part of the style.
 */
import type {
	GeoJSONSourceSpecification,
	LayerSpecification,
	StyleSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import type { Drawing, DrawnLayer, DrawnPart, MapData, Part } from '$lib/model/drawing';
import type { Layer } from '$lib/model/story';
import { areaLayers, extentLayers } from './layers/area-layers';
import {
	basemapSource,
	borderLayers,
	countryLayers,
	landLayer,
	sideLayer,
	townLayers
} from './layers/basemap-layers';
import { graticuleLayers, graticuleSource } from './graticule';
import { firstRibbonLayers, lineLayers, secondRibbonLayers } from './layers/line-layers';
import { palette, type Theme } from './palette';
import { labelLayers, stretchLayers, type StyleContext } from './layers/place-layers';
import { signLayers } from './layers/sign-layers';
import { clusterLayers, somewhereLayers, symbolLayers } from './layers/symbol-layers';
import { MAX_SYMBOLS } from './constants';

/** The choices of the reader that the style depends on. */
export interface Look {
	theme: Theme;
	/** Ids of the layers that are hidden. */
	hidden: ReadonlySet<string>;
}

export function buildStyle(
	{ layers, views, drawing, surroundings }: MapData,
	{ theme, hidden }: Look
): StyleSpecification {
	const context: StyleContext = { colours: palette[theme], zoom: views[0].zoom, signs: drawing.signs };
	const layersFor = (
		part: Part['part'],
		build: (layer: DrawnLayer, context: StyleContext) => LayerSpecification[]
	): LayerSpecification[] =>
		layers
			.filter(({ parts }) => parts.includes(part))
			.flatMap((layer) => withVisibility(!hidden.has(layer.id), build(layer, context)));
	const symbolSource = ({ id, clustered }: DrawnLayer): string => (clustered ? clusterSource(id) : PLACES);
	return {
		version: 8,
		sources: { ...sourcesOf(layers, drawing), graticule: graticuleSource(surroundings) },
		layers: [
			landLayer(context.colours),
			sideLayer(1, context.colours),
			...layersFor('line', firstRibbonLayers),
			sideLayer(2, context.colours),
			...layersFor('line', secondRibbonLayers),
			...graticuleLayers(context.colours),
			...layersFor('area', areaLayers),
			...borderLayers(context.colours),
			...layersFor('extent', extentLayers),
			...layersFor('line', lineLayers),
			...layersFor('stretch', stretchLayers),
			...townLayers(context.colours),
			...countryLayers(context.colours),
			...layersFor('label', labelLayers),
			...layersFor('symbol', (layer) => symbolLayers(layer, context, symbolSource(layer))),
			...layersFor('symbol', (layer) =>
				layer.somewhere ? somewhereLayers(layer, context, symbolSource(layer)) : []
			),
			...layersFor('symbol', (layer) => (layer.signs ? signLayers(layer, context, symbolSource(layer)) : [])),
			...layers
				.filter(({ clustered }) => clustered)
				.flatMap((layer) =>
					withVisibility(!hidden.has(layer.id), clusterLayers(layer, context, clusterSource(layer.id)))
				)
		]
	};
}

/** The layers in drawing order: those with places of the article are drawn over the others. */
export function drawnLayers(layers: Layer[], { parts }: Drawing): DrawnLayer[] {
	const properties = parts.features.map(({ properties }) => properties);
	const drawn = layers.map((layer) => {
		const ownParts = properties.filter((part) => part.layer === layer.id);
		return {
			...layer,
			parts: [...new Set(ownParts.map(({ part }) => part))],
			signs: ownParts.some(({ sign }) => sign),
			somewhere: ownParts.some(({ somewhere }) => somewhere),
			clustered: ownParts.filter(({ part }) => part === 'symbol').length > MAX_SYMBOLS,
			quoted: ownParts.some(({ quoted }) => quoted === 'article')
		};
	});
	return drawn
		.sort((a, b) => Number(a.quoted) - Number(b.quoted))
		.map(({ quoted: _quoted, ...layer }) => layer);
}

/** By source id, the detailed data of the whole world (`whole.json`). */
export const worldData = (layers: DrawnLayer[], drawing: Drawing): Record<string, FeatureCollection> =>
	Object.fromEntries(
		Object.entries(sourcesOf(layers, drawing)).map(([id, { data }]) => [id, data as FeatureCollection])
	);

/** Id of the source of all features of places, except the symbols of clustered layers. */
export const PLACES = 'parts';
const clusterSource = (layer: string): string => `symbols of ${layer}`;

function sourcesOf(
	layers: DrawnLayer[],
	{ parts, basemap }: Drawing
): Record<string, GeoJSONSourceSpecification> {
	const clustered = layers.filter(({ clustered }) => clustered).map(({ id }) => id);
	const isClustered = ({ properties: { layer, part } }: DrawnPart): boolean =>
		part === 'symbol' && clustered.includes(layer);
	return {
		ground: basemapSource(basemap),
		[PLACES]: {
			type: 'geojson',
			data: { ...parts, features: parts.features.filter((feature) => !isClustered(feature)) },
			promoteId: 'place'
		},
		...Object.fromEntries(
			clustered.map((id) => {
				const symbols = parts.features.filter(
					(feature) => isClustered(feature) && feature.properties.layer === id
				);
				return [clusterSource(id), clusteredSource(symbols)];
			})
		)
	};
}

const clusteredSource = (features: DrawnPart[]): GeoJSONSourceSpecification => ({
	type: 'geojson',
	data: { type: 'FeatureCollection', features },
	promoteId: 'place',
	cluster: true,
	clusterRadius: 44,
	clusterMaxZoom: 11
});

const withVisibility = (visible: boolean, styleLayers: LayerSpecification[]): LayerSpecification[] =>
	visible
		? styleLayers
		: styleLayers.map((each) => ({ ...each, layout: { ...each.layout, visibility: 'none' } }) as typeof each);
