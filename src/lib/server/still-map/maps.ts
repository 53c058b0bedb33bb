/** Draws the still maps of the views, and the inset that shows where in the world the first view is. */
import { project, squareAround } from '$lib/geo/mercator';
import type { Drawing, Maps, StillMap } from '$lib/model/drawing';
import type { Story, View } from '$lib/model/story';
import { drawStill, labelsAt } from './still-map';

/** The map may be much wider or higher than the square of its view, and everywhere there is ground. */
const OVERFLOW: [horizontal: number, vertical: number] = [1.5, 0.8];

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
		still: drawView(story, drawing, view),
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

/** The still map of a view, with the places that the view has. */
export function drawView(story: Story, drawing: Drawing, view: View): StillMap {
	const places = story.places.filter(({ id }) => view.places.includes(id));
	const features = labelsAt(drawing.parts.features, view.zoom);
	const still = drawStill(
		{ ...story, places },
		{ ...drawing, parts: { ...drawing.parts, features } },
		view.bbox,
		{ overflow: OVERFLOW, tolerance: 3, labels: {} }
	);
	return { ...still, ...(view.narrow && { narrow: true }) };
}
