/** Draws the still maps of a page: the first view, and the inset that shows where in the world it is. */
import { project, squareAround } from '$lib/geo/mercator';
import type { Drawing, Maps } from '$lib/model/drawing';
import type { Story } from '$lib/model/story';
import { drawStill } from './still-map';

/** How far the inset extends beyond the first view on each side, at least, in sides of the view. */
const INSET_MARGIN = 3;

export function drawMaps(story: Story, drawing: Drawing): Maps {
	const [view] = story.views;
	const surroundings = squareAround([view.bbox], INSET_MARGIN);
	const insetBbox = squareAround([...story.views.map(({ bbox }) => bbox), surroundings], 0);

	const [left, top] = project([insetBbox[0], insetBbox[3]]);
	const [right] = project([insetBbox[2], insetBbox[3]]);
	const [viewLeft, viewTop] = project([view.bbox[0], view.bbox[3]]);
	const [viewRight] = project([view.bbox[2], view.bbox[3]]);
	const scale = 1000 / (right - left);
	return {
		still: drawStill(story, drawing, view.bbox, { overflow: [1, 0.5], tolerance: 3, labels: {} }),
		inset: {
			still: drawStill(story, drawing, insetBbox, { overflow: [0, 0], tolerance: 10 }),
			frame: {
				x: Math.round((viewLeft - left) * scale),
				y: Math.round((viewTop - top) * scale),
				side: Math.round((viewRight - viewLeft) * scale)
			}
		}
	};
}
