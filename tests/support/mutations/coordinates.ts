/** Mutations of coordinates, bounding boxes and precisions. */
import type { Position } from 'geojson';
import fc from 'fast-check';
import { FERRY } from '../story/gate';
import { each, inJson, inPlace, LAYERS, places, type Generator } from './mutation';
import type { AnyData } from '../story/story';

const layer = fc.constantFrom(...LAYERS);
const place = fc.constantFrom(...places);
const area = fc.constantFrom(...places.filter(({ type }) => type === 'Polygon'));
const point = fc.constantFrom(...places.filter(({ type }) => type === 'Point'));

/** The positions of a point, a line or an outer ring, and the index of the chosen one. */
function positionsOf({ geometry }: AnyData, chosen: number): [positions: AnyData[], index: number] {
	if (geometry.type === 'Point') return [[geometry.coordinates], 0];
	const positions = geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates[0];
	return [positions, chosen % positions.length];
}
const setPosition = (feature: AnyData, chosen: number, position: unknown): void => {
	const [positions, index] = positionsOf(feature, chosen);
	if (feature.geometry.type === 'Point') feature.geometry.coordinates = position;
	else positions[index] = position;
};
const WORLD = [-180, -90, 180, 90];
const swap = ([longitude, latitude]: Position): unknown => [latitude, longitude];
const positionChanges: [string, (position: Position) => unknown][] = [
	...[null, 'x', '-73.6', NaN, {}, true, [], [1]].map((value): [string, (position: Position) => unknown] => [
		`${JSON.stringify(value)} for a longitude`,
		([, latitude]) => [value, latitude]
	]),
	...[1e308, -1e308, 91, 117, -90.000001, 540].map((value): [string, (position: Position) => unknown] => [
		`a latitude of ${value}`,
		([longitude]) => [longitude, value]
	]),
	...[1e308, 181, -181, 540, 73.6].map((value): [string, (position: Position) => unknown] => [
		`a longitude of ${value}`,
		([, latitude]) => [value, latitude]
	]),
	['a swapped pair', swap],
	['metres of EPSG:3857', ([longitude = 0]) => [longitude * 111_319.49, -5_300_000]],
	['four numbers', ([longitude, latitude]) => [longitude, latitude, 0, 0]],
	['one number', ([longitude]) => [longitude]],
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
			.tuple(place, fc.constantFrom(...positionChanges), fc.nat())
			.map(([target, [what, change], chosen]) =>
				inPlace(`${what} (${chosen})`, target, (feature) => {
					const [positions, index] = positionsOf(feature, chosen);
					setPosition(feature, chosen, change(positions[index]));
				})
			)
	},
	fc
		.tuple(
			place,
			fc.nat(),
			fc.double({ min: -1, max: 1, noNaN: true }),
			fc.double({ min: -1, max: 1, noNaN: true })
		)
		.map(([target, chosen, eastward, northward]) =>
			inPlace(
				`moved by ${eastward}, ${northward} (${chosen})`,
				target,
				(feature) => {
					const [positions, index] = positionsOf(feature, chosen);
					const [longitude, latitude] = positions[index];
					setPosition(feature, chosen, [longitude + eastward, latitude + northward]);
				},
				'either'
			)
		),
	fc.tuple(point, fc.integer({ min: 1, max: 9 })).map(([target, digit]) =>
		inPlace(
			'more than nine decimals, which are rounded away',
			target,
			({ geometry }) => {
				geometry.coordinates = geometry.coordinates.map((degrees: number) => degrees + digit * 1e-11);
			},
			'drawn'
		)
	),
	fc
		.tuple(point, fc.integer({ min: -400, max: 8_000 }))
		.map(([target, height]) =>
			inPlace('a height', target, ({ geometry }) => geometry.coordinates.push(height), 'drawn')
		),
	each(
		area,
		[
			['that is not closed', (ring: Position[]) => ring.slice(0, -1)],
			['of three positions', (ring: Position[]) => [ring[0]!, ring[1]!, ring[0]!]],
			['that is clockwise', (ring: Position[]) => ring.toReversed()],
			['with a position twice', (ring: Position[]) => [ring[0]!, ...ring]],
			['that goes around twice', (ring: Position[]) => [...ring, ...ring.slice(1)]],
			['that crosses itself', (ring: Position[]) => [ring[0]!, ring[2]!, ring[1]!, ring[3]!, ring[0]!]],
			['of one position, repeated', (ring: Position[]) => [ring[0]!, ring[0]!, ring[0]!, ring[0]!]]
		] as const,
		(target, [what, change]) =>
			inPlace(
				`a ring ${what}`,
				target,
				({ geometry }) => (geometry.coordinates[0] = change(geometry.coordinates[0]))
			)
	),
	fc.tuple(area, fc.nat()).map(([target, start]) =>
		inPlace(
			`a ring that begins at another of its positions (${start})`,
			target,
			({ geometry }) => {
				const open = geometry.coordinates[0].slice(0, -1);
				const from = start % open.length;
				geometry.coordinates[0] = [...open.slice(from), ...open.slice(0, from), open[from]];
			},
			'drawn'
		)
	),
	fc
		.tuple(area, fc.double({ min: 0.001, max: 0.01, noNaN: true }), fc.boolean())
		.map(([target, size, isReversed]) =>
			inPlace(`a hole of ${size} outside the outline`, target, ({ geometry }) => {
				const hole = [
					[-73.3, -41.6],
					[-73.3, -41.6 + size],
					[-73.3 + size, -41.6],
					[-73.3, -41.6]
				];
				geometry.coordinates.push(isReversed ? hole.toReversed() : hole);
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
	fc.tuple(point, fc.double({ min: 85.06, max: 90, noNaN: true })).map(([target, latitude]) =>
		inPlace(`a place at a latitude of ${latitude}`, target, (feature, { bbox }) => {
			bbox.splice(0, 4, ...WORLD);
			delete feature.properties.on;
			delete feature.properties.within;
			feature.geometry.coordinates = [0, latitude];
		})
	),
	each(layer, bboxes, (file, bbox) =>
		inJson(`the bbox ${JSON.stringify(bbox)}`, file, (data) => (data.bbox = bbox))
	),
	each(place, precisions, (target, precision) =>
		inPlace(`the precision ${precision}`, target, ({ properties }) => (properties.precision = precision))
	),
	fc
		.tuple(place, fc.integer({ min: 1, max: 5_000_000 }))
		.map(([target, precision]) =>
			inPlace(
				`the precision ${precision}`,
				target,
				({ properties }) => (properties.precision = precision),
				'either'
			)
		)
);
