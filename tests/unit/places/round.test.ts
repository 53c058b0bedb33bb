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
const decimalsOf = (text: string): number =>
	Math.max(...text.split(',').map((degrees) => (degrees.split('.')[1] ?? '').length));

test('no point is given more finely than it is known', () => {
	const points = files.layers
		.flatMap(({ text }) => (JSON.parse(text!) as { features: GeoJSON.Feature[] }).features)
		.filter(({ geometry }) => geometry?.type === 'Point');
	expect(points).toHaveLength(15);
	for (const { geometry, properties } of points) {
		for (const degrees of (geometry as Point).coordinates) {
			const decimals = (String(degrees).split('.')[1] ?? '').length;
			// Without its last decimal it would be coarser than is known.
			expect(111_320 / 10 ** (decimals - 1)).toBeGreaterThan(properties!['precision'] as number);
		}
	}
});

test('a point given too finely is drawn as coarsely as it is known', () => {
	const fine = withPlace(light, 'minsk', ({ geometry }) => (geometry.coordinates = [27.5671234, 53.9004321]));
	const { drawing: redrawn } = compile(fine);
	expect(drawn<Point>('minsk', 'symbol', redrawn).coordinates).toEqual([27.567, 53.9]);
});

describe('outlines', () => {
	const border = positions(drawn<LineString>('border', 'line'));
	const region = drawn<Polygon>('grodno-region', 'area');

	test.each(['belarus', 'poland'])('that share vertices share them still: the border and %s', (id) => {
		const outline = new Set(positions(drawn<Polygon>(id, 'area')));
		expect(border.length).toBeGreaterThan(1000);
		expect(border.filter((position) => !outline.has(position))).toEqual([]);
	});

	test('carry one decimal more than their precision has, and more only where they share a vertex', () => {
		const shared = new Set([...border, ...positions(drawn<Polygon>('belarus', 'area'))]);
		const own = positions(region).filter((position) => !shared.has(position));
		expect(own.length).toBeGreaterThan(100);
		expect(Math.max(...own.map(decimalsOf))).toBe(3);
		expect(Math.max(...border.map(decimalsOf))).toBe(5);
	});

	test('do not cross themselves once they are rounded', () => {
		for (const { geometry, properties } of drawing.parts.features)
			if (properties.part === 'area') expect(kinks(geometry as Polygon).features).toEqual([]);
		expect(story.places.length).toBeGreaterThan(0);
	});
});
