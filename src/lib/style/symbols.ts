/** The shapes of symbols: as signed distance fields for MapLibre and as SVG paths for the still map and the legend. */
import type { Shape } from '$lib/model/story';

type PointShape = Exclude<Shape, 'area' | 'line'>;

/** Distance from the center of the shape, scaled so that its edge is at 1. y grows downwards. */
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

/** The shape of a layer's symbols. Layers of areas and lines may have points too; these are circles. */
export const pointShape = (shape: Shape): PointShape =>
	shape === 'area' || shape === 'line' ? 'circle' : shape;

/** SVG path data, 10 to 15 units wide, with its center at 0,0. */
export const symbolPath = (shape: Shape): string => paths[pointShape(shape)];

/** Pixels: side of the image, and from the center of the shape to its edge. */
const SIZE = 40;
const RADIUS = 12;
/** MapLibre's SDF images: alpha is 0.75 at the edge of the shape and falls by 1 over 8 pixels outwards. */
const EDGE_ALPHA = 0.75;
const ALPHA_RANGE = 8;

/** An SDF image for MapLibre's `addImage` with pixelRatio 2. Hollow shapes are rings. */
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
			data[(row * SIZE + column) * 4 + 3] = 255 * (EDGE_ALPHA - distance / ALPHA_RANGE);
		}
	}
	return { width: SIZE, height: SIZE, data };
}
