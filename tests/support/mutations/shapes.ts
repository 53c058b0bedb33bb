/** Mutations of the shape of GeoJSON. */
import fc from 'fast-check';
import { each, inJson, inPlace, LAYERS, places, type Generator } from './mutation';
import type { Spoilt } from '../story/story';

const layer = fc.constantFrom(...LAYERS);
const place = fc.constantFrom(...places);
const area = fc.constantFrom(...places.filter(({ type }) => type === 'Polygon'));

type Change = readonly [what: string, change: (of: Spoilt) => void];

const collections: Change[] = [
	...['features', 'type', 'bbox', 'label', 'hue', 'shape'].map((key): Change => [
		`no ${key}`,
		(of) => (of[key] = undefined)
	]),
	...[null, {}, [], '', 0, [null], [[]], [{}], ['x'], [{ type: 'Feature' }]].map((value): Change => [
		`features ${JSON.stringify(value)}`,
		(of) => (of.features = value)
	]),
	...['Feature', 'GeometryCollection', 'Topology', '', null].map((type): Change => [
		`the type ${type}`,
		(of) => (of.type = type)
	]),
	['a crs', (of) => (of.crs = { type: 'name', properties: { name: 'EPSG:3857' } })],
	['20,000 features that are null', (of) => (of.features = Array(20_000).fill(null))],
	[
		'10,001 features',
		(of) => (of.features = Array.from({ length: 10_001 }, (_, at) => ({ ...of.features[0], id: `p-${at}` })))
	]
];
const features: Change[] = [
	...[{}, [], 'Point', 0, true].map((value): Change => [
		`the geometry ${JSON.stringify(value)}`,
		(of) => (of.geometry = value)
	]),
	['no geometry', (of) => delete of.geometry],
	['null for a geometry, and not listed', (of) => (of.geometry = null)],
	['a geometry, and listed', (of) => (of.properties.listed = true)],
	...['Circle', 'point', 'MultiPoint', 'MultiLineString', 'GeometryCollection', '', null, '__proto__'].map(
		(type): Change => [`the geometry type ${type}`, (of) => (of.geometry.type = type)]
	),
	['geometries', (of) => (of.geometry = { type: 'GeometryCollection', geometries: [of.geometry] })],
	['coordinates nested once more', (of) => (of.geometry.coordinates = [of.geometry.coordinates])],
	['coordinates nested once less', (of) => (of.geometry.coordinates = of.geometry.coordinates[0])],
	...[null, {}, '', 0, [], [[]], [[[]]], [null]].map((value): Change => [
		`coordinates ${JSON.stringify(value)}`,
		(of) => (of.geometry.coordinates = value)
	]),
	...['crs', 'properties', 'features', 'constructor'].map((key): Change => [
		`a geometry with ${key}`,
		(of) => (of.geometry[key] = {})
	]),
	...['id', 'properties', 'type'].map((key): Change => [`no ${key}`, (of) => (of[key] = undefined)]),
	...[null, [], '', 7].map((value): Change => [
		`properties ${JSON.stringify(value)}`,
		(of) => (of.properties = value)
	]),
	['a feature in a feature', (of) => (of.geometry = { ...of })]
];

export const shapeMutations: Generator = fc.oneof(
	each(layer, collections, (file, [what, change]) => inJson(what, file, change)),
	{
		weight: 3,
		arbitrary: each(place, features, (of, [what, change]) => inPlace(what, of, change))
	},
	area.map((of) =>
		inPlace(
			'as an area of one piece',
			of,
			({ geometry }) => {
				geometry.type = 'MultiPolygon';
				geometry.coordinates = [geometry.coordinates];
			},
			'drawn'
		)
	),
	fc.tuple(place, fc.nat()).map(([of, seed]) =>
		inPlace(
			`keys in another order (${seed})`,
			of,
			(_, data) => {
				data.features = data.features.map((feature: Spoilt) =>
					Object.fromEntries(Object.entries(feature).sort(([a], [b]) => (a > b === seed % 2 > 0 ? 1 : -1)))
				);
			},
			'drawn'
		)
	)
);
