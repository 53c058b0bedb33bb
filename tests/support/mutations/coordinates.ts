/** Mutations of coordinates, and of what is said of them: bounding boxes and precisions. */
import type { Position } from 'geojson';
import fc from 'fast-check';
import { FERRY } from '../story/gate';
import { each, inJson, inPlace, LAYERS, places, type Generator } from './mutation';
import type { Spoilt } from '../story/story';

const layer = fc.constantFrom(...LAYERS);
const place = fc.constantFrom(...places);
const area = fc.constantFrom(...places.filter(({ type }) => type === 'Polygon'));
const point = fc.constantFrom(...places.filter(({ type }) => type === 'Point'));

/** The list of positions of a place that holds the one chosen, and which of them it is. */
function listOf({ geometry }: Spoilt, chosen: number): [positions: Spoilt[], index: number] {
	if (geometry.type === 'Point') return [[geometry.coordinates], 0];
	const list = geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates[0];
	return [list, chosen % list.length];
}
const put = (of: Spoilt, chosen: number, position: unknown): void => {
	const [list, index] = listOf(of, chosen);
	if (of.geometry.type === 'Point') of.geometry.coordinates = position;
	else list[index] = position;
};
const WORLD = [-180, -90, 180, 90];
const swap = ([x, y]: Position): unknown => [y, x];
const positions: [string, (position: Position) => unknown][] = [
	...[null, 'x', '-73.6', NaN, {}, true, [], [1]].map((value): [string, (position: Position) => unknown] => [
		`${JSON.stringify(value)} for a longitude`,
		([, y]) => [value, y]
	]),
	...[1e308, -1e308, 91, 117, -90.000001, 540].map((value): [string, (position: Position) => unknown] => [
		`a latitude of ${value}`,
		([x]) => [x, value]
	]),
	...[1e308, 181, -181, 540, 73.6].map((value): [string, (position: Position) => unknown] => [
		`a longitude of ${value}`,
		([, y]) => [value, y]
	]),
	['a swapped pair', swap],
	['metres of EPSG:3857', ([x = 0]) => [x * 111_319.49, -5_300_000]],
	['four numbers', ([x, y]) => [x, y, 0, 0]],
	['one number', ([x]) => [x]],
	['null for a position', () => null]
];

const bboxes = [
	[],
	null,
	'x',
	[0],
	[1, 2, 3],
	[1, 2, 3, 4, 5, 6],
	[-73.4, -43, -74, -44],
	[-181, -44, -73, -41],
	[null, null, null, null],
	[0, 0, 0, 0]
];
const precisions = [0, -1, 0.5, 1e-300, 5_000_001, 1e308, '1000', null, [], NaN];

export const coordinateMutations: Generator = fc.oneof(
	{
		weight: 4,
		arbitrary: fc
			.tuple(place, fc.constantFrom(...positions), fc.nat())
			.map(([of, [what, make], at]) =>
				inPlace(`${what} (${at})`, of, (data) =>
					put(data, at, make(listOf(data, at)[0][listOf(data, at)[1]]))
				)
			)
	},
	fc
		.tuple(
			place,
			fc.nat(),
			fc.double({ min: -1, max: 1, noNaN: true }),
			fc.double({ min: -1, max: 1, noNaN: true })
		)
		.map(([of, at, x, y]) =>
			inPlace(
				`moved by ${x}, ${y} (${at})`,
				of,
				(data) => {
					const [list, index] = listOf(data, at);
					put(data, at, [list[index][0] + x, list[index][1] + y]);
				},
				'either'
			)
		),
	fc.tuple(point, fc.integer({ min: 1, max: 9 })).map(([of, digit]) =>
		inPlace(
			'more than nine decimals, which are rounded away',
			of,
			({ geometry }) => {
				geometry.coordinates = geometry.coordinates.map((degrees: number) => degrees + digit * 1e-11);
			},
			'drawn'
		)
	),
	fc
		.tuple(point, fc.integer({ min: -400, max: 8_000 }))
		.map(([of, height]) =>
			inPlace('a height', of, ({ geometry }) => geometry.coordinates.push(height), 'drawn')
		),
	each(
		area,
		[
			['open', (ring: Position[]) => ring.slice(0, -1)],
			['of three positions', (ring: Position[]) => [ring[0]!, ring[1]!, ring[0]!]],
			['clockwise: refused, not rewound', (ring: Position[]) => ring.toReversed()],
			['a position twice', (ring: Position[]) => [ring[0]!, ...ring]],
			['all around twice', (ring: Position[]) => [...ring, ...ring.slice(1)]],
			['a bow', (ring: Position[]) => [ring[0]!, ring[2]!, ring[1]!, ring[3]!, ring[0]!]],
			['of one spot', (ring: Position[]) => [ring[0]!, ring[0]!, ring[0]!, ring[0]!]]
		] as const,
		(of, [what, change]) =>
			inPlace(
				`a ring ${what}`,
				of,
				({ geometry }) => (geometry.coordinates[0] = change(geometry.coordinates[0]))
			)
	),
	fc.tuple(area, fc.nat()).map(([of, start]) =>
		inPlace(
			`a ring that begins elsewhere (${start})`,
			of,
			({ geometry }) => {
				const open = geometry.coordinates[0].slice(0, -1);
				const from = start % open.length;
				geometry.coordinates[0] = [...open.slice(from), ...open.slice(0, from), open[from]];
			},
			'drawn'
		)
	),
	fc.tuple(area, fc.double({ min: 0.001, max: 0.01, noNaN: true }), fc.boolean()).map(([of, size, inverse]) =>
		inPlace(`a hole of ${size} outside the outline`, of, ({ geometry }) => {
			const hole = [
				[-73.3, -41.6],
				[-73.3, -41.6 + size],
				[-73.3 + size, -41.6],
				[-73.3, -41.6]
			];
			geometry.coordinates.push(inverse ? hole.toReversed() : hole);
		})
	),
	fc.tuple(fc.integer({ min: 170, max: 179 }), fc.integer({ min: 1, max: 9 })).map(([east, west]) =>
		inJson(`a line across the antimeridian (${east}, ${west})`, FERRY, (data) => {
			data.bbox = WORLD;
			data.features[0].geometry.coordinates = [
				[east, -43],
				[-180 + west, -43]
			];
		})
	),
	fc.tuple(point, fc.double({ min: 85.06, max: 90, noNaN: true })).map(([of, latitude]) =>
		inPlace(`a place at ${latitude} degrees`, of, (data, { bbox }) => {
			bbox.splice(0, 4, ...WORLD);
			delete data.properties.on;
			delete data.properties.within;
			data.geometry.coordinates = [0, latitude];
		})
	),
	each(layer, bboxes, (file, bbox) =>
		inJson(`the bbox ${JSON.stringify(bbox)}`, file, (data) => (data.bbox = bbox))
	),
	each(place, precisions, (of, precision) =>
		inPlace(`the precision ${precision}`, of, ({ properties }) => (properties.precision = precision))
	),
	fc
		.tuple(place, fc.integer({ min: 1, max: 5_000_000 }))
		.map(([of, precision]) =>
			inPlace(
				`the precision ${precision}`,
				of,
				({ properties }) => (properties.precision = precision),
				'either'
			)
		)
);
