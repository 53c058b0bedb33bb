/** The names of lines as the live map shows them: where the still map names a line, and on the side it chose. */
import type { BBox } from 'geojson';
import { toViewBox } from '$lib/geo/mercator';
import type { DrawnPart, StillMark } from '$lib/model/drawing';

/**
 * Gives the label of each line the side that was chosen for it. Its other labels are shown from the next zoom on, on
 * the right.
 * @param zoom the zoom of the first view
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
