/**
 * The signs of statuses: a ring, and what fills it says what the status is. SVG path data around 0,0, in CSS pixels, for
 * the still map, the key, the lists and the images of the live map.
 */
import type { Layer, Sign, Status } from '$lib/model/story';

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
/** At those zooms and the others, CSS pixels between the centres of neighbouring signs. */
export const SIGN_SPACING = { small: 12.5, large: 18 };

export const RING = `M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0Z`;

const FILLS: Record<Sign, string> = {
	disc: RING,
	half: 'M0-7A7 7 0 0 1 0 7Z',
	bars: 'M-3-3.2h2v6.4h-2ZM1-3.2h2v6.4h-2Z',
	bar: 'M-4-1.3h8v2.6h-8Z',
	ring: ''
};
/** Inside a broken ring, which would not be seen on the edge of a full one. */
const DISC_IN_BROKEN_RING = 'M-4.6 0a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0-9.2 0Z';

export const signFill = (sign: Sign, broken: boolean): string =>
	sign === 'disc' && broken ? DISC_IN_BROKEN_RING : FILLS[sign];

/** CSS pixels between a spot on a line and where the leader from its sign bends towards it. */
const BEND = 8;
/** Radius of the dot where a leader ends at a position that is certain. */
export const DOT_RADIUS = 2.5;

/** The line from a sign to its spot at 0,0. It leaves the sign across the line on which the spot lies. */
export function leaderPath([dx, dy]: readonly [number, number], isBeside: boolean): string {
	const bend = isBeside ? [Math.sign(dx) * BEND, dy] : [dx, Math.sign(dy) * BEND];
	return `M${dx} ${dy}L${bend.join(' ')}L0 0`;
}
