/** The still maps of a page. */
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import StillMapOfView from '$lib/components/map-panel/StillMap.svelte';
import { toViewBox } from '$lib/geo/mercator';
import type { LabelSide, StillMap } from '$lib/model/drawing';
import { drawMaps, drawView } from '$lib/server/still-map/maps';
import { drawStill } from '$lib/server/still-map/still-map';
import { theStory } from '../../support/story/story';

const { story, drawing } = theStory();
const [view] = story.views;
const { still, inset } = drawMaps(story, drawing);

/** Size of text in units of the viewBox, slightly smaller than on a phone. */
const CHARACTER_WIDTH = 17;
const HEIGHT = 40;
type Box = { name: string; left: number; right: number; top: number; bottom: number };

function boxOf({
	name,
	x,
	y,
	label
}: {
	name: string;
	x: number;
	y: number;
	label: LabelSide | null;
}): Box[] {
	if (!label) return [];
	const width = name.length * CHARACTER_WIDTH;
	// `above` and `below` occur only in share pictures.
	const left = { left: x - 30 - width, right: x + 30, middle: x - width / 2, above: NaN, below: NaN }[label];
	return [{ name, left, right: left + width, top: y - HEIGHT / 2, bottom: y + HEIGHT / 2 }];
}

describe('the still map of the first view', () => {
	test('shows the camp and the border with their names, and all thirteen crossings', () => {
		const marks = new Map(still.marks.map((mark) => [mark.place, mark]));
		expect(marks.get('border-camp')).toMatchObject({ symbol: true, hollow: true, label: expect.any(String) });
		expect(marks.get('border')?.label).toEqual(expect.any(String));
		expect(still.marks.filter(({ layer, symbol }) => symbol && layer === 'crossing-points')).toHaveLength(13);
	});

	test('has its marks inside the view, once each', () => {
		for (const { x, y } of [...still.marks, ...still.towns]) {
			expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
			expect(Math.max(x, y)).toBeLessThanOrEqual(1000);
		}
		expect(new Set(still.marks.map(({ place }) => place)).size).toBe(still.marks.length);
	});

	test('has no overlapping names', () => {
		const boxes = [...still.marks, ...still.towns].flatMap(boxOf);
		expect(boxes.length).toBeGreaterThan(6);
		const overlapping = boxes.flatMap((a, index) =>
			boxes
				.slice(index + 1)
				.filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
				.map((b) => [a.name, b.name])
		);
		expect(overlapping).toEqual([]);
	});

	test('names both sides of the border at the same height, each on its own side of it', () => {
		const names = still.marks.filter(({ style }) => style === 'side');
		const [poland, belarus] = ['poland', 'belarus'].map((id) => names.find(({ place }) => place === id));
		expect(names).toHaveLength(2);
		expect(names.every(({ label }) => label === 'middle')).toBe(true);
		expect(poland?.y).toBe(belarus?.y);
		expect(poland?.x).toBeLessThan(belarus?.x ?? 0);
	});

	test('has the ground of both sides, and ribbons along the border only', () => {
		expect(still.shapes.filter(({ tint }) => tint).map(({ place }) => place)).toEqual(
			expect.arrayContaining(['poland', 'belarus'])
		);
		expect(still.shapes.filter(({ ribbon }) => ribbon).map(({ place }) => place)).toEqual(['border']);
	});

	test('draws the most important mark on top of the others', () => {
		expect(still.marks.at(-1)?.place).toBe('border-camp');
	});
});

test.each(Object.entries({ still, inset: inset.still }))(
	'the paths of the %s map contain only integers',
	(_name, map) => {
		const paths = [map.land, map.borders, map.provinces, ...map.shapes.map(({ d }) => d)];
		expect(map.land.length).toBeGreaterThan(500);
		for (const path of paths) expect(path).toMatch(/^([Mmlz ]|-?\d+)*$/);
		for (const { d } of map.shapes) expect(d.length).toBeGreaterThan(0);
	}
);

test('both maps are small enough to be part of the page', () => {
	expect(Buffer.byteLength(JSON.stringify(still))).toBeLessThan(30_000);
	expect(Buffer.byteLength(JSON.stringify(inset))).toBeLessThan(10_000);
});

test('the inset contains the frame of the first view', () => {
	const { x, y, side } = inset.frame;
	expect(Math.min(x, y, side)).toBeGreaterThan(0);
	expect(Math.max(x, y) + side).toBeLessThan(1000);
	expect(inset.still.marks).toEqual([]);
});

test('every view can be drawn, and fills the viewBox exactly', () => {
	for (const { bbox } of story.views) {
		const [west, south, east, north] = bbox;
		const project = toViewBox(bbox);
		const corners = [project([west, north]), project([east, south])].flat();
		for (const [index, corner] of [0, 0, 1000, 1000].entries()) expect(corners[index]).toBeCloseTo(corner, 6);
		const map = drawStill(story, drawing, bbox, { overflow: [0, 0], tolerance: 8, labels: {} });
		expect(map.shapes.length).toBeGreaterThan(0);
	}
	expect(view?.id).toBe('border-region');
});

describe('the still maps of the views', () => {
	const stills = story.views.map((view) => ({ view, still: drawView(story, drawing, view) }));
	const drawnOn = ({ marks, shapes }: StillMap): Set<string> =>
		new Set([...marks, ...shapes].map(({ place }) => place));

	test('show between them every place that is drawn', () => {
		const onViews = new Set(story.views.flatMap(({ places }) => places));
		const drawn = story.places.filter(({ anchor }) => anchor).map(({ id }) => id);
		expect(drawn.length).toBeGreaterThan(20);
		expect(drawn.filter((id) => !onViews.has(id))).toEqual([]);
	});

	test.each(stills)('the one of $view.id shows each place of the view, and links it', ({ view, still }) => {
		expect(view.places.filter((id) => !drawnOn(still).has(id))).toEqual([]);
		const props = {
			still,
			layers: story.layers,
			places: story.places,
			label: view.label,
			root: '../../',
			home: '../../'
		};
		const { body } = render(StillMapOfView, { props });
		for (const id of view.places) expect(body).toContain(`href="../../#${id}"`);
	});

	test('leave crossings, of which no passage speaks, out of a view that is much wider than the first', () => {
		const [border, camp, origins] = story.views;
		for (const { places } of [border, camp!]) expect(places).toContain('kuznica-bruzgi-road');
		expect(origins!.places).not.toContain('kuznica-bruzgi-road');
		expect(origins!.places).toEqual(expect.arrayContaining(['border-camp', 'syria', 'germany', 'russia']));
	});

	test('the view of the camp frames its bbox, and what is around it to a square', () => {
		const [west, south, east, north] = story.views[1]!.bbox;
		expect([west, east].map((degrees) => degrees.toFixed(2))).toEqual(['23.48', '23.88']);
		expect(south).toBeLessThan(53.42);
		expect(north).toBeGreaterThan(53.63);
	});
});

test('a drawing with a higher tolerance is smaller', () => {
	const size = (tolerance: number): number =>
		JSON.stringify(drawStill(story, drawing, view!.bbox, { overflow: [0, 0], tolerance })).length;
	expect(size(12)).toBeLessThan(size(3) / 2);
});
