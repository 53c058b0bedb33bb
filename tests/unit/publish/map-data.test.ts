import type { BBox, Feature, Position } from 'geojson';
import { expect, test } from 'vitest';
import { squareAround } from '$lib/geo/mercator';
import { drawnLayers, wholeData } from '$lib/style/style';
import { beginningOf } from '$lib/server/publish/map-data';
import { theStory } from '../../support/story/story';
import { styleOf } from '../../support/story/style';

const { story, drawing } = theStory();
const [view] = story.views;
const { surroundings, drawing: beginning } = beginningOf(drawing, view!.bbox);
const positionsOf = ({ geometry }: Feature): Position[] => {
	const found: Position[] = [];
	JSON.stringify(geometry, (_key, value: unknown) => {
		if (Array.isArray(value) && typeof value[0] === 'number') found.push(value as Position);
		return value;
	});
	return found;
};
const isIn = ([west, south, east, north]: BBox, [x = 0, y = 0]: Position): boolean =>
	x >= west && x <= east && y >= south && y <= north;

test('around the first view nothing is farther from where it was than a pixel of a map a thousand wide', () => {
	const pixel = (view!.bbox[2] - view!.bbox[0]) / 1000;
	const [border] = drawing.parts.features.filter(({ properties: { part } }) => part === 'line');
	const [smoothed] = beginning.parts.features.filter(({ properties: { part } }) => part === 'line');
	const kept = positionsOf(smoothed!);
	for (const [x = 0, y = 0] of positionsOf(border!)) {
		const away = kept.slice(1).map(([c = 0, d = 0], index) => {
			const [a = 0, b = 0] = kept[index]!;
			const share = ((x - a) * (c - a) + (y - b) * (d - b)) / ((c - a) ** 2 + (d - b) ** 2 || 1);
			const along = Math.max(0, Math.min(1, share));
			return Math.hypot(a + along * (c - a) - x, b + along * (d - b) - y);
		});
		expect(Math.min(...away)).toBeLessThanOrEqual(pixel);
	}
});

test('every place is in it, and every name that can be seen in the first view', () => {
	const partsIn = (features: typeof drawing.parts.features) =>
		features.map(({ properties: { place, part } }) => `${place} ${part}`);
	const seen = squareAround([view!.bbox], 0.5);
	const expected = drawing.parts.features.filter(
		(feature) => feature.properties.part !== 'label' || positionsOf(feature).some((at) => isIn(seen, at))
	);
	expect(partsIn(beginning.parts.features)).toEqual(expect.arrayContaining(partsIn(expected)));
	const towns = drawing.basemap.towns.features.filter(({ geometry }) => isIn(seen, geometry.coordinates));
	expect(beginning.basemap.towns.features).toEqual(expect.arrayContaining(towns));
});

test('of what lies beyond only rough shapes are in it: a fraction of the whole', () => {
	const size = (of: object): number => JSON.stringify(of).length;
	const beyond = (of: typeof drawing): number =>
		Object.values(of.basemap)
			.flatMap(({ features }: { features: Feature[] }) => features.flatMap(positionsOf))
			.filter((at) => !isIn(surroundings, at)).length;
	expect(size(beginning)).toBeLessThan(size(drawing) / 3);
	expect(beyond(beginning)).toBeLessThan(beyond(drawing) / 5);
	expect(beyond(beginning)).toBeGreaterThan(100);
});

test('what takes its place is the whole, source by source', () => {
	const whole = wholeData(drawnLayers(story.layers, drawing), drawing);
	expect(Object.keys(whole)).toEqual(Object.keys(styleOf({ story, drawing }).sources));
	expect(whole['parts']!.features).toEqual(drawing.parts.features);
});
