import { describe, expect, test } from 'vitest';
import { toViewBox } from '$lib/geo/mercator';
import type { LabelSide } from '$lib/model/drawing';
import { drawMaps } from '$lib/server/still-map/maps';
import { drawStill } from '$lib/server/still-map/still-map';
import { theStory } from '../../support/story/story';

const { story, drawing } = theStory();
const [view] = story.views;
const { still, inset } = drawMaps(story, drawing);

/** A little smaller than what a phone shows, in units of the viewBox. */
const CHARACTER = 17;
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
	const width = name.length * CHARACTER;
	// Above and below is for the place that a picture is of.
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

	test('puts no name over another', () => {
		const boxes = [...still.marks, ...still.towns].flatMap(boxOf);
		expect(boxes.length).toBeGreaterThan(6);
		const covering = boxes.flatMap((a, index) =>
			boxes
				.slice(index + 1)
				.filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
				.map((b) => [a.name, b.name])
		);
		expect(covering).toEqual([]);
	});

	test('draws the weightiest mark last, over the others', () => {
		expect(still.marks.at(-1)?.place).toBe('border-camp');
	});
});

test.each(Object.entries({ still, inset: inset.still }))(
	'the paths of the %s map are finite numbers',
	(_name, map) => {
		const paths = [map.land, map.borders, map.provinces, ...map.shapes.map(({ d }) => d)];
		expect(map.land.length).toBeGreaterThan(500);
		for (const path of paths) expect(path).toMatch(/^([Mmlz ]|-?\d+)*$/);
		for (const { d } of map.shapes) expect(d.length).toBeGreaterThan(0);
	}
);

test('both maps are small enough to stand in the page', () => {
	expect(Buffer.byteLength(JSON.stringify(still))).toBeLessThan(30_000);
	expect(Buffer.byteLength(JSON.stringify(inset))).toBeLessThan(10_000);
});

test('the inset shows the first view as a frame that is inside it', () => {
	const { x, y, side } = inset.frame;
	expect(Math.min(x, y, side)).toBeGreaterThan(0);
	expect(Math.max(x, y) + side).toBeLessThan(1000);
	expect(inset.still.marks).toEqual([]);
});

test('every view can be drawn, and its corners are those of the drawing', () => {
	for (const { bbox } of story.views) {
		const [west, south, east, north] = bbox;
		const place = toViewBox(bbox);
		const corners = [place([west, north]), place([east, south])].flat();
		for (const [index, corner] of [0, 0, 1000, 1000].entries()) expect(corners[index]).toBeCloseTo(corner, 6);
		const map = drawStill(story, drawing, bbox, { reach: [0, 0], tolerance: 8, labels: {} });
		expect(map.shapes.length).toBeGreaterThan(0);
	}
	expect(view?.id).toBe('border-region');
});

test('a coarser drawing is a smaller one', () => {
	const size = (tolerance: number): number =>
		JSON.stringify(drawStill(story, drawing, view!.bbox, { reach: [0, 0], tolerance })).length;
	expect(size(12)).toBeLessThan(size(3) / 2);
});
