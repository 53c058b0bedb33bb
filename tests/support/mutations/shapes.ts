/** Mutations of the structure of GeoJSON: members, types, nesting. */
import fc from 'fast-check';
import { each, inJson, inPlace, LAYERS, places, type Generator } from './mutation';
import type { AnyData } from '../story/story';

const layer = fc.constantFrom(...LAYERS);
const place = fc.constantFrom(...places);
const area = fc.constantFrom(...places.filter(({ type }) => type === 'Polygon'));

type Change = readonly [what: string, change: (data: AnyData) => void];

const collectionChanges: Change[] = [
	...['features', 'type', 'bbox', 'label', 'hue', 'shape'].map((key): Change => [
		`no ${key}`,
		(layerFile) => (layerFile[key] = undefined)
	]),
	...[null, {}, [], '', 0, [null], [[]], [{}], ['x'], [{ type: 'Feature' }]].map((value): Change => [
		`features ${JSON.stringify(value)}`,
		(layerFile) => (layerFile.features = value)
	]),
	...['Feature', 'GeometryCollection', 'Topology', '', null].map((type): Change => [
		`the type ${type}`,
		(layerFile) => (layerFile.type = type)
	]),
	['a crs', (layerFile) => (layerFile.crs = { type: 'name', properties: { name: 'EPSG:3857' } })],
	['20,000 features that are null', (layerFile) => (layerFile.features = Array(20_000).fill(null))],
	[
		'10,001 features',
		(layerFile) =>
			(layerFile.features = Array.from({ length: 10_001 }, (_, index) => ({
				...layerFile.features[0],
				id: `p-${index}`
			})))
	]
];
const featureChanges: Change[] = [
	...[{}, [], 'Point', 0, true].map((value): Change => [
		`the geometry ${JSON.stringify(value)}`,
		(feature) => (feature.geometry = value)
	]),
	['no geometry', (feature) => delete feature.geometry],
	['null for a geometry, and not listed', (feature) => (feature.geometry = null)],
	['a geometry, and listed', (feature) => (feature.properties.listed = true)],
	...['Circle', 'point', 'MultiPoint', 'MultiLineString', 'GeometryCollection', '', null, '__proto__'].map(
		(type): Change => [`the geometry type ${type}`, (feature) => (feature.geometry.type = type)]
	),
	[
		'geometries',
		(feature) => (feature.geometry = { type: 'GeometryCollection', geometries: [feature.geometry] })
	],
	[
		'coordinates nested once more',
		(feature) => (feature.geometry.coordinates = [feature.geometry.coordinates])
	],
	[
		'coordinates nested once less',
		(feature) => (feature.geometry.coordinates = feature.geometry.coordinates[0])
	],
	...[null, {}, '', 0, [], [[]], [[[]]], [null]].map((value): Change => [
		`coordinates ${JSON.stringify(value)}`,
		(feature) => (feature.geometry.coordinates = value)
	]),
	...['crs', 'properties', 'features', 'constructor'].map((key): Change => [
		`a geometry with ${key}`,
		(feature) => (feature.geometry[key] = {})
	]),
	...['id', 'properties', 'type'].map((key): Change => [
		`no ${key}`,
		(feature) => (feature[key] = undefined)
	]),
	...[null, [], '', 7].map((value): Change => [
		`properties ${JSON.stringify(value)}`,
		(feature) => (feature.properties = value)
	]),
	['a feature in a feature', (feature) => (feature.geometry = { ...feature })]
];

export const shapeMutations: Generator = fc.oneof(
	each(layer, collectionChanges, (file, [what, change]) => inJson(what, file, change)),
	{
		weight: 3,
		arbitrary: each(place, featureChanges, (target, [what, change]) => inPlace(what, target, change))
	},
	area.map((target) =>
		inPlace(
			'a MultiPolygon of one polygon',
			target,
			({ geometry }) => {
				geometry.type = 'MultiPolygon';
				geometry.coordinates = [geometry.coordinates];
			},
			'drawn'
		)
	),
	fc.tuple(place, fc.nat()).map(([target, seed]) =>
		inPlace(
			`keys in another order (${seed})`,
			target,
			(_, data) => {
				data.features = data.features.map((feature: AnyData) =>
					Object.fromEntries(Object.entries(feature).sort(([a], [b]) => (a > b === seed % 2 > 0 ? 1 : -1)))
				);
			},
			'drawn'
		)
	)
);
