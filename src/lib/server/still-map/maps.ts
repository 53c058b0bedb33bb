/** The still maps of a page: the first view, and the small one that says where in the world it is. */
import { project, squareAround } from '$lib/geo/mercator';
import type { Drawing, Maps } from '$lib/model/drawing';
import type { Story } from '$lib/model/story';
import { drawStill } from './still-map';

/** The inset shows at least so many sides of the first view. */
const INSET_SIDES = 3;

export function drawMaps(story: Story, drawing: Drawing): Maps {
	const [view] = story.views;
	const wide = squareAround([view.bbox], INSET_SIDES);
	const around = squareAround([...story.views.map(({ bbox }) => bbox), wide], 0);

	const [left, top] = project([around[0], around[3]]);
	const [right] = project([around[2], around[3]]);
	const [x, y] = project([view.bbox[0], view.bbox[3]]);
	const [end] = project([view.bbox[2], view.bbox[3]]);
	const unit = 1000 / (right - left);
	return {
		still: drawStill(story, drawing, view.bbox, { reach: [1, 0.5], tolerance: 3, labels: {} }),
		inset: {
			still: drawStill(story, drawing, around, { reach: [0, 0], tolerance: 10 }),
			frame: {
				x: Math.round((x - left) * unit),
				y: Math.round((y - top) * unit),
				side: Math.round((end - x) * unit)
			}
		}
	};
}
