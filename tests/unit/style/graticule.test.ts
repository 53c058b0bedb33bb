/** Lines of longitude and latitude under the maps. */
import { expect, test } from 'vitest';
import { graticuleLines, graticuleSource, graticuleStep } from '$lib/style/graticule';

test('lines are at the multiples of the step, from edge to edge of the box', () => {
	expect(graticuleLines(10, [-12, 41, 9, 59])).toEqual([
		[
			[-10, 41],
			[-10, 59]
		],
		[
			[0, 41],
			[0, 59]
		],
		[
			[-12, 50],
			[9, 50]
		]
	]);
	expect(graticuleLines(10, [1, 1, 9, 9])).toEqual([]);
});

test('the closer the map, the finer the lines', () => {
	expect([0, 4.4, 4.5, 6, 8.6, 8.7, 13].map(graticuleStep)).toEqual([10, 10, 2, 1, 1, 0.25, 0.25]);
});

test('the finest lines are drawn around the first view only', () => {
	const { data } = graticuleSource([20, 50, 25, 55]);
	const features = (data as GeoJSON.FeatureCollection<GeoJSON.MultiLineString>).features;
	const finest = features.at(-1)?.geometry.coordinates ?? [];
	expect(finest).toHaveLength(21 + 21);
	expect(features[0]?.geometry.coordinates.length).toBe(37 + 17);
});
