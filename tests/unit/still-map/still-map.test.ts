/** The still maps of a page. */
import { describe, expect, test } from 'vitest';
import { toViewBox } from '$lib/geo/mercator';
import type { LabelSide } from '$lib/model/drawing';
import { drawMaps } from '$lib/server/still-map/maps';
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

test('a drawing with a higher tolerance is smaller', () => {
	const size = (tolerance: number): number =>
		JSON.stringify(drawStill(story, drawing, view!.bbox, { overflow: [0, 0], tolerance })).length;
	expect(size(12)).toBeLessThan(size(3) / 2);
});
