/** Web Mercator (EPSG:3857) scaled to the unit square: x grows to the east, y to the south. */
import type { BBox, Position } from 'geojson';
import { lonLat } from './position';

/** Longitude and latitude in degrees to the unit square. */
export function project(position: Position): [x: number, y: number] {
	const [longitude, latitude] = lonLat(position);
	const sine = Math.sin((latitude * Math.PI) / 180);
	return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

export function unproject(x: number, y: number): [longitude: number, latitude: number] {
	const latitude = (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90;
	return [(x - 0.5) * 360, latitude];
}

/**
 * The smallest bbox around all bboxes that is square in Web Mercator.
 * @param margin how far it is extended on each side, as a share of its side
 */
export function squareAround(boxes: BBox[], margin: number): BBox {
	const corners = boxes.flatMap(([west, south, east, north]) => [
		project([west, north]),
		project([east, south])
	]);
	const xs = corners.map(([x]) => x);
	const ys = corners.map(([, y]) => y);
	const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
	const half = (Math.max(right - left, bottom - top) / 2) * (1 + 2 * margin);
	const [x, y] = [(left + right) / 2, (top + bottom) / 2];
	const [west, north] = unproject(x - half, y - half);
	const [east, south] = unproject(x + half, y + half);
	return [west, south, east, north];
}

/** The zoom at which the bbox is 512 CSS pixels wide. */
export const exactZoomOf = ([west, , east]: BBox): number => Math.log2(360 / (east - west));

/** The largest integer zoom at which the bbox is at most 512 CSS pixels wide. */
export const zoomOf = (bbox: BBox): number => Math.floor(exactZoomOf(bbox));

/** Center and zoom of a map of this size (CSS pixels) that shows the whole bbox. */
export function fit(
	[west, south, east, north]: BBox,
	{ width, height }: { width: number; height: number }
): { center: [longitude: number, latitude: number]; zoom: number } {
	const [left, top] = project([west, north]);
	const [right, bottom] = project([east, south]);
	return {
		center: unproject((left + right) / 2, (top + bottom) / 2),
		zoom: Math.log2(Math.min(width / (right - left), height / (bottom - top)) / 512)
	};
}

/** What a map of this size (CSS pixels) shows at a center and zoom. */
export function boxAt(
	center: Position,
	zoom: number,
	{ width, height }: { width: number; height: number }
): BBox {
	const [x, y] = project(center);
	const pixels = 2 * 512 * 2 ** zoom;
	const [west, north] = unproject(x - width / pixels, y - height / pixels);
	const [east, south] = unproject(x + width / pixels, y + height / pixels);
	return [west, south, east, north];
}

/** Returns a projection of positions to the CSS pixels of a map of this size, from its top left corner. */
export function pixelsAt(
	center: Position,
	zoom: number,
	{ width, height }: { width: number; height: number }
): (position: Position) => { x: number; y: number } {
	const [centerX, centerY] = project(center);
	const scale = 512 * 2 ** zoom;
	return (position) => {
		const [x, y] = project(position);
		return { x: (x - centerX) * scale + width / 2, y: (y - centerY) * scale + height / 2 };
	};
}

/** Side of the square viewBox of the still map. */
export const VIEW_BOX = 1000;

/** Returns a projection of positions to the viewBox. The bbox must be square in Web Mercator, as those of views are. */
export function toViewBox([west, , east, north]: BBox): (position: Position) => [x: number, y: number] {
	const [left, top] = project([west, north]);
	const [right] = project([east, north]);
	const scale = VIEW_BOX / (right - left);
	return (position) => {
		const [x, y] = project(position);
		return [(x - left) * scale, (y - top) * scale];
	};
}

/** The inverse of `toViewBox`. */
export function fromViewBox([west, , east, north]: BBox): (x: number, y: number) => [number, number] {
	const [left, top] = project([west, north]);
	const [right] = project([east, north]);
	const scale = (right - left) / VIEW_BOX;
	return (x, y) => unproject(left + x * scale, top + y * scale);
}

/** The bbox around all bboxes. None may cross the antimeridian as RFC 7946 writes it, with west greater than east. */
export const union = (boxes: BBox[]): BBox => [
	Math.min(...boxes.map(([west]) => west)),
	Math.min(...boxes.map(([, south]) => south)),
	Math.max(...boxes.map(([, , east]) => east)),
	Math.max(...boxes.map(([, , , north]) => north))
];

/** Whether the two have a point in common. */
export const intersects = (a: BBox, b: BBox): boolean =>
	a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

export const contains = (outer: BBox, inner: BBox): boolean =>
	outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
