/** Coordinates are not more exact than the precision of their place. */
import { kinks } from '@turf/turf';
import type { Geometry, LineString, Point, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { Part } from '$lib/model/drawing';
import { compile } from '$lib/server/compile';
import { files, light, theStory, withPlace } from '../../support/story/story';

const { story, drawing } = theStory();

function drawn<G extends Geometry>(place: string, part: Part['part'], { parts } = drawing): G {
	const found = parts.features.find(
		({ properties }) => properties.place === place && properties.part === part
	);
	return found!.geometry as G;
}

const positions = (geometry: Geometry): string[] =>
	JSON.stringify(geometry).match(/-?[\d.]+,-?[\d.]+/g) ?? [];
const decimalsOf = (position: string): number =>
	Math.max(...position.split(',').map((degrees) => (degrees.split('.')[1] ?? '').length));

test('no point of the files has more decimals than its precision allows', () => {
	const points = files.layers
		.flatMap(({ text }) => (JSON.parse(text!) as { features: GeoJSON.Feature[] }).features)
		.filter(({ geometry }) => geometry?.type === 'Point');
	expect(points).toHaveLength(15);
	for (const { geometry, properties } of points) {
		for (const degrees of (geometry as Point).coordinates) {
			const decimals = (String(degrees).split('.')[1] ?? '').length;
			// With one decimal less the position would be less exact than its precision, so none is too many.
			expect(111_320 / 10 ** (decimals - 1)).toBeGreaterThan(properties!['precision'] as number);
		}
	}
});

test('a point with more decimals is rounded to its precision', () => {
	const changed = withPlace(
		light,
		'minsk',
		({ geometry }) => (geometry.coordinates = [27.5671234, 53.9004321])
	);
	const { drawing: changedDrawing } = compile(changed);
	expect(drawn<Point>('minsk', 'symbol', changedDrawing).coordinates).toEqual([27.567, 53.9]);
});

describe('outlines', () => {
	const border = positions(drawn<LineString>('border', 'line'));
	const region = drawn<Polygon>('grodno-region', 'area');

	test.each(['belarus', 'poland'])('still share their vertices after rounding: the border and %s', (id) => {
		const outline = new Set(positions(drawn<Polygon>(id, 'area')));
		expect(border.length).toBeGreaterThan(1000);
		expect(border.filter((position) => !outline.has(position))).toEqual([]);
	});

	test('have one decimal more than their precision, and more only at shared vertices', () => {
		const shared = new Set([...border, ...positions(drawn<Polygon>('belarus', 'area'))]);
		const unshared = positions(region).filter((position) => !shared.has(position));
		expect(unshared.length).toBeGreaterThan(100);
		expect(Math.max(...unshared.map(decimalsOf))).toBe(3);
		expect(Math.max(...border.map(decimalsOf))).toBe(5);
	});

	test('do not cross themselves after rounding', () => {
		for (const { geometry, properties } of drawing.parts.features)
			if (properties.part === 'area') expect(kinks(geometry as Polygon).features).toEqual([]);
		expect(story.places.length).toBeGreaterThan(0);
	});
});
