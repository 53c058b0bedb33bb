/** What is drawn of the places of the story, and which places their cards link. */
import {
	area,
	booleanPointInPolygon,
	feature,
	featureCollection,
	intersect,
	length,
	nearestPointOnLine
} from '@turf/turf';
import type { Geometry, LineString, Point, Polygon, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { Part } from '$lib/model/drawing';
import { compile } from '$lib/server/compile';
import { light, theStory, withPlace } from '../../support/story/story';

const { story, drawing } = theStory();
const placeOf = (id: string) => story.places.find((place) => place.id === id)!;
const idsOf = (layer: string) => story.places.filter((place) => place.layer === layer).map(({ id }) => id);

function drawn<G extends Geometry>(place: string, part: Part['part'], { parts } = drawing): G {
	const found = parts.features.find(
		({ properties }) => properties.place === place && properties.part === part
	);
	expect(found, `the ${part} of ${place}`).toBeDefined();
	return found!.geometry as G;
}

const border = drawn<LineString>('border', 'line');
const belarus = feature(drawn<Polygon>('belarus', 'area'));
const poland = feature(drawn<Polygon>('poland', 'area'));

test('the map has the camp, thirteen crossings and five origins, of which three are drawn', () => {
	expect(idsOf('border-camp')).toContain('border-camp');
	expect(idsOf('crossing-points')).toHaveLength(13);
	const origins = story.places.filter(({ layer }) => layer === 'origin-countries');
	expect(origins.filter(({ bbox }) => bbox).map(({ id }) => id)).toEqual(['syria', 'iraq', 'turkey']);
	expect(origins.filter(({ bbox }) => !bbox).map(({ id }) => id)).toEqual(['middle-east', 'africa']);
});

test('every place is drawn and its card points into its bbox, or it is listed and not drawn', () => {
	for (const { id, anchor, bbox, precision } of story.places) {
		const parts = drawing.parts.features.filter(({ properties }) => properties.place === id);
		if (!anchor || !bbox) expect([parts, anchor, bbox, precision]).toEqual([[], null, null, undefined]);
		else {
			expect(parts.length).toBeGreaterThan(1);
			const [longitude = NaN, latitude = NaN] = anchor;
			expect(longitude).toBeGreaterThanOrEqual(bbox[0]);
			expect(longitude).toBeLessThanOrEqual(bbox[2]);
			expect(latitude).toBeGreaterThanOrEqual(bbox[1]);
			expect(latitude).toBeLessThanOrEqual(bbox[3]);
		}
	}
});

describe('the camp', () => {
	const camp = feature(drawn<Polygon>('border-camp', 'extent'));
	const overlap = (other: typeof poland): number => {
		const shared = intersect(featureCollection([camp, other]));
		return shared ? area(shared) : 0;
	};

	test('is drawn in Belarus and not in Poland', () => {
		// Square metres. Rounding the outline and the border to about a metre leaves slivers between them.
		expect(overlap(poland)).toBeLessThan(100);
		expect(area(camp) - overlap(belarus)).toBeLessThan(100);
		expect(area(camp)).toBeGreaterThan(5_000_000);
	});

	test('has its symbol in Belarus, within the area in which it is known to be', () => {
		const position = drawn<Point>('border-camp', 'symbol').coordinates;
		for (const outline of [belarus, camp]) expect(booleanPointInPolygon(position, outline)).toBe(true);
		expect(booleanPointInPolygon(position, poland)).toBe(false);
	});

	test('links the border, the crossing, the region and Belarus, and not Poland', () => {
		const linked = placeOf('border-camp').alsoHere;
		for (const id of ['border', 'kuznica-bruzgi-road', 'grodno-region', 'belarus'])
			expect(linked).toContain(id);
		expect(linked).not.toContain('poland');
	});
});

test('the village of Kuźnica is in Poland and not in Belarus', () => {
	expect(booleanPointInPolygon([23.64953, 53.51094], poland)).toBe(true);
	expect(booleanPointInPolygon([23.64953, 53.51094], belarus)).toBe(false);
});

describe.each(idsOf('crossing-points'))('the crossing %s', (id) => {
	const precision = placeOf(id).precision!;
	const metres = { units: 'meters' } as const;
	const distanceToBorder = (position: Position): number =>
		nearestPointOnLine(border, position, metres).properties.pointDistance;

	test('has a symbol on the border, and a stretch of the border as long as its precision on each side', () => {
		expect(distanceToBorder(drawn<Point>(id, 'symbol').coordinates)).toBeLessThan(1);
		const stretch = drawn<LineString>(id, 'stretch');
		for (const position of stretch.coordinates) expect(distanceToBorder(position)).toBeLessThan(1);
		expect(length(feature(stretch), metres) / precision).toBeCloseTo(2, 1);
	});

	test('links the border and both countries', () => {
		expect(placeOf(id).alsoHere).toEqual(expect.arrayContaining(['border', 'belarus', 'poland']));
	});
});

test('the border links the areas along it, and no crossings', () => {
	expect(placeOf('border').alsoHere).toEqual(['grodno-region', 'belarus', 'poland']);
});

test('the stretch of a crossing does not go beyond the end of the border', () => {
	const end = border.coordinates[0]!;
	const moved = withPlace(light, 'rudawka-lesnaja-river', ({ geometry }) => (geometry.coordinates = end));
	const stretch = drawn<LineString>('rudawka-lesnaja-river', 'stretch', compile(moved).drawing);
	expect(length(feature(stretch), { units: 'meters' })).toBeCloseTo(3000, -2);
});
