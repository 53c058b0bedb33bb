/** Puts the labels of lines on the live map on the side that they have on the still map. */
import type { BBox } from 'geojson';
import { toViewBox } from '$lib/geo/mercator';
import type { DrawnPart, StillMark } from '$lib/model/drawing';

/**
 * Returns the parts, with a side for each label of a line. A label that the still map does not have is on the right,
 * and is shown only from the next zoom on.
 * @param marks marks of the still map of the view
 * @param view bbox of the first view
 * @param zoom zoom of the first view
 */
export function placeLineLabels(
	parts: DrawnPart[],
	marks: StillMark[],
	view: BBox,
	zoom: number
): DrawnPart[] {
	const project = toViewBox(view);
	const lines = new Set(
		parts.filter(({ properties }) => properties.part === 'line').map(({ properties }) => properties.place)
	);
	return parts.map((part) => {
		const { place: id, part: kind } = part.properties;
		if (kind !== 'label' || !lines.has(id) || part.geometry.type !== 'Point') return part;
		const [x, y] = project(part.geometry.coordinates).map(Math.round);
		const mark = marks.find((other) => other.place === id && other.x === x && other.y === y);
		const side = mark?.label === 'left' ? 'left' : 'right';
		return { ...part, properties: { ...part.properties, side, ...(!mark && { from: zoom + 1 }) } };
	});
}
