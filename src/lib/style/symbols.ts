/**
 * What stands for a place on a map. Shapes: as signed distance fields for MapLibre and as SVG paths for the still map and the
 * key. Signs of statuses: a ring, and what fills it says what the status is; SVG paths around 0,0, in CSS pixels.
 */
import type { PointShape, StandingSign } from '$lib/model/drawing';
import type { Layer, Shape, Sign, Status } from '$lib/model/story';

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

interface ShownStatus {
	label: string;
	sign: Sign;
	/** Whether the ring is broken, because the status is not certain. */
	broken: boolean;
}

/** A value that the layer does not list has an empty, broken ring. */
export function signOf({ statuses }: Pick<Layer, 'statuses'>, { value, certainty }: Status): ShownStatus {
	const listed = statuses.find((status) => status.value === value);
	return listed
		? { label: listed.label, sign: listed.sign, broken: certainty !== 'certain' }
		: { label: value, sign: 'ring', broken: true };
}

/** From the centre to the middle of the ring. */
export const SIGN_RADIUS = 7;
export const RING_WIDTH = 1.6;
/** Dash and gap of a broken ring, which is ten times as long. */
export const RING_DASHES = [2.6, 1.8];
/** Signs are smaller at zooms below that of the first view, where they are closer together. */
export const SMALL_SIGN = 0.66;

/** The mark of a place that lies somewhere around it: a broken ring, tinted inside. */
export const SOMEWHERE_RADIUS = 9;
export const SOMEWHERE_RING = 'M-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0Z';
export const SOMEWHERE_DASHES = [4, 3];

export const RING = `M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0Z`;

const FILLS: Record<Sign, string> = {
	disc: RING,
	half: 'M0-7A7 7 0 0 1 0 7Z',
	bars: 'M-3-3.2h2v6.4h-2ZM1-3.2h2v6.4h-2Z',
	bar: 'M-4-1.3h8v2.6h-8Z',
	ring: ''
};
/** Inside a broken ring, which would not be seen on the edge of these. */
const INSIDE_BROKEN_RING: Partial<Record<Sign, string>> = {
	disc: 'M-4.8 0a4.8 4.8 0 1 0 9.6 0a4.8 4.8 0 1 0-9.6 0Z',
	half: 'M0-4.8A4.8 4.8 0 0 1 0 4.8Z'
};

export const isShape = (sign: Sign | PointShape): sign is PointShape => !(sign in FILLS);

export const signFill = (sign: Sign, broken: boolean): string =>
	(broken ? INSIDE_BROKEN_RING[sign] : undefined) ?? FILLS[sign];

/**
 * Where signs stand is solved at build for steps of one zoom: from one below that of the first view, where signs are small
 * and have no names, to three above it. Later steps are like the last, because places are far apart there.
 */
export const SIGN_STEPS = 5;
export const stepAt = (zoom: number, firstView: number): number =>
	Math.min(SIGN_STEPS - 1, Math.max(0, Math.floor(zoom) - firstView + 1));

/** CSS pixels between a spot on a line and where the leader from its sign bends towards it. */
const BEND = 8;
/** Radius of the dot where a leader ends at a position that is certain. */
export const DOT_RADIUS = 2.5;

/** The line from a sign to its spot at 0,0. It leaves the sign across the line on which the spot lies. */
export function leaderPath(
	[dx, dy]: readonly [number, number],
	side: StandingSign['side'] | undefined
): string {
	const bend = side === 'left' || side === 'right' ? [Math.sign(dx) * BEND, dy] : [dx, Math.sign(dy) * BEND];
	return `M${dx} ${dy}L${bend.join(' ')}L0 0`;
}
