/** The data from which the live map starts. */
import type { BBox, Feature, Position } from 'geojson';
import { expect, test } from 'vitest';
import { squareAround } from '$lib/geo/mercator';
import { drawnLayers, worldData } from '$lib/style/style';
import { initialDataOf } from '$lib/server/publish/map-data';
import { theStory } from '../../support/story/story';
import { styleOf } from '../../support/story/style';

const { story, drawing } = theStory();
const [view] = story.views;
const { surroundings, drawing: initial } = initialDataOf(drawing, view!.bbox);
const positionsOf = ({ geometry }: Feature): Position[] => {
	const positions: Position[] = [];
	JSON.stringify(geometry, (_key, value: unknown) => {
		if (Array.isArray(value) && typeof value[0] === 'number') positions.push(value as Position);
		return value;
	});
	return positions;
};
const isIn = ([west, south, east, north]: BBox, [x = 0, y = 0]: Position): boolean =>
	x >= west && x <= east && y >= south && y <= north;

test('around the first view a simplified line is within one pixel of the original, on a map 1000 pixels wide', () => {
	const pixel = (view!.bbox[2] - view!.bbox[0]) / 1000;
	const [border] = drawing.parts.features.filter(({ properties: { part } }) => part === 'line');
	const [simplified] = initial.parts.features.filter(({ properties: { part } }) => part === 'line');
	const kept = positionsOf(simplified!);
	for (const [x = 0, y = 0] of positionsOf(border!)) {
		const distances = kept.slice(1).map(([c = 0, d = 0], index) => {
			const [a = 0, b = 0] = kept[index]!;
			const share = ((x - a) * (c - a) + (y - b) * (d - b)) / ((c - a) ** 2 + (d - b) ** 2 || 1);
			const along = Math.max(0, Math.min(1, share));
			return Math.hypot(a + along * (c - a) - x, b + along * (d - b) - y);
		});
		expect(Math.min(...distances)).toBeLessThanOrEqual(pixel);
	}
});

test('it contains every place, and every name that is visible in the first view', () => {
	const partsIn = (features: typeof drawing.parts.features) =>
		features.map(({ properties: { place, part } }) => `${place} ${part}`);
	const visible = squareAround([view!.bbox], 0.5);
	const expected = drawing.parts.features.filter(
		(feature) => feature.properties.part !== 'label' || positionsOf(feature).some((at) => isIn(visible, at))
	);
	expect(partsIn(initial.parts.features)).toEqual(expect.arrayContaining(partsIn(expected)));
	const towns = drawing.basemap.towns.features.filter(({ geometry }) => isIn(visible, geometry.coordinates));
	expect(initial.basemap.towns.features).toEqual(expect.arrayContaining(towns));
});

test('outside the surroundings it contains only simplified shapes, a fraction of all data', () => {
	const size = (data: object): number => JSON.stringify(data).length;
	const positionsOutside = (data: typeof drawing): number =>
		Object.values(data.basemap)
			.flatMap(({ features }: { features: Feature[] }) => features.flatMap(positionsOf))
			.filter((at) => !isIn(surroundings, at)).length;
	expect(size(initial)).toBeLessThan(size(drawing) / 3);
	expect(positionsOutside(initial)).toBeLessThan(positionsOutside(drawing) / 5);
	expect(positionsOutside(initial)).toBeGreaterThan(100);
});

test('the data that replaces it is complete, for every source', () => {
	const world = worldData(drawnLayers(story.layers, drawing), drawing);
	// The graticule is whole from the start.
	expect([...Object.keys(world), 'graticule']).toEqual(Object.keys(styleOf({ story, drawing }).sources));
	expect(world['parts']!.features).toEqual(drawing.parts.features);
});
