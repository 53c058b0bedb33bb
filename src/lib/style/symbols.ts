/** The shapes of places: as signed distance fields for MapLibre and as SVG paths for the still map and the legend. */
import type { Shape } from '$lib/model/story';

type PointShape = Exclude<Shape, 'area' | 'line'>;

/** Distance of (x, y) from a shape's middle, where 1 is its edge; y runs down. */
const distances: Record<PointShape, (x: number, y: number) => number> = {
	circle: (x, y) => Math.hypot(x, y),
	square: (x, y) => Math.max(Math.abs(x), Math.abs(y)) / 0.86,
	diamond: (x, y) => (Math.abs(x) + Math.abs(y)) / 1.2,
	triangle: (x, y) => Math.max(y / 0.72, (Math.abs(x) * 1.732 - y) / 2 / 0.52)
};

const paths: Record<PointShape, string> = {
	circle: 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0Z',
	square: 'M-5.2-5.2H5.2V5.2H-5.2Z',
	diamond: 'M0-7.2 7.2 0 0 7.2-7.2 0Z',
	triangle: 'M0-7 6.2 4.3H-6.2Z'
};

export const pointShapes = Object.keys(paths) as PointShape[];

/** A layer drawn as areas or lines still needs a shape for its points. */
export const pointShape = (shape: Shape): PointShape =>
	shape === 'area' || shape === 'line' ? 'circle' : shape;

/** About 12 px wide, its middle at 0,0. */
export const symbolPath = (shape: Shape): string => paths[pointShape(shape)];

const SIZE = 40;
/** Pixels of the field from the middle to the edge, and the distance over which alpha runs out (MapLibre's SDF). */
const RADIUS = 12;
const SPREAD = 8;
const EDGE = 0.75;

/** A MapLibre SDF image, twice the drawn size (pixelRatio 2). Hollow shapes are rings. */
export function symbolImage(
	shape: PointShape,
	hollow: boolean
): { width: number; height: number; data: Uint8ClampedArray } {
	const data = new Uint8ClampedArray(SIZE * SIZE * 4);
	for (let row = 0; row < SIZE; row++) {
		for (let column = 0; column < SIZE; column++) {
			const x = (column + 0.5 - SIZE / 2) / RADIUS;
			const y = (row + 0.5 - SIZE / 2) / RADIUS;
			const outside = (distances[shape](x, y) - 1) * RADIUS;
			const distance = hollow ? Math.abs(outside + 2) - 2 : outside;
			data[(row * SIZE + column) * 4 + 3] = 255 * (EDGE - distance / SPREAD);
		}
	}
	return { width: SIZE, height: SIZE, data };
}
