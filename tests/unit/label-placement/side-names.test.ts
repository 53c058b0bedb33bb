/** The names of the two sides of a line, on the still map of the first view. */
import { expect, test } from 'vitest';
import { boxesOf, overlap } from '$lib/server/label-placement/board';
import { coveredParts } from '$lib/server/label-placement/controls';
import { compile } from '$lib/server/compile';
import { readStory } from '$lib/server/input/read';
import { drawMaps } from '$lib/server/still-map/maps';
import { AREA_NAMES } from '$lib/style/constants';

test('both sides are named at the same height, and no control covers a name at a usual size of the map', () => {
	const { story, drawing } = compile(readStory('.'));
	const names = drawMaps(story, drawing).still.marks.filter(({ style }) => style === 'side');
	expect(names).toHaveLength(2);
	expect(new Set(names.map(({ y }) => y)).size).toBe(1);
	const { size, tracking, localSize } = AREA_NAMES.side;
	for (const { name, local = '', x, y } of names)
		for (const { scale, boxes } of coveredParts) {
			const text = { text: name.toUpperCase(), size, tracking, below: { text: local, size: localSize } };
			const { middle } = boxesOf(text, { x, y }, scale);
			expect(boxes.filter((box) => overlap(box, middle))).toEqual([]);
		}
}, 60_000);
