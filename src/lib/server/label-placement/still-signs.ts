/** The signs of a still map: where they stand at the sizes that it may have, and the room that they take from names. */
import type { BBox } from 'geojson';
import { exactZoomOf, VIEW_BOX, zoomOf } from '$lib/geo/mercator';
import type { DrawnPart, StandingSign, StillMark } from '$lib/model/drawing';
import { SIGN_NAME_SIZE } from '$lib/style/constants';
import { stepAt } from '$lib/style/symbols';
import { boxesOf, symbolBox, UNITS_PER_PIXEL, type LabelBoard, type ViewBoxPoint } from './board';

/**
 * A still map is shown at zooms from one below that of its view on. Units of the viewBox in a CSS pixel at the zoom of the
 * view: with more units the first step is shown, with no more than half as many the third.
 */
export const stepUnit = (view: BBox): number => (VIEW_BOX / 512) * 2 ** (exactZoomOf(view) - zoomOf(view));

/**
 * @param firstZoom zoom of the story's first view
 * @param isSubject whether it is named at every size
 */
export function stillSign(
	symbol: DrawnPart | undefined,
	standing: StandingSign | undefined,
	view: BBox,
	firstZoom: number,
	isSubject: boolean
): Pick<StillMark, 'sign' | 'broken' | 'steps' | 'side' | 'dot'> {
	const { sign, broken } = symbol?.properties ?? {};
	const zoom = zoomOf(view);
	const steps = [zoom - 1, zoom, zoom + 1].flatMap((each) => {
		const step = stepAt(each, firstZoom);
		const offset = standing?.offsets[step];
		if (!offset) return [];
		return [{ offset, small: step === 0, label: isSubject || step >= standing.named ? standing.side : null }];
	});
	return {
		...(sign && { sign }),
		...(broken && { broken }),
		...(standing && { steps, side: standing.side, ...(standing.dot && { dot: true as const }) })
	};
}

/** Units of the viewBox in a CSS pixel of the smallest map that shows the names of signs: StillSign.svelte hides them below. */
const NAMED_SCALE = VIEW_BOX / 560;
/** At which names of still maps must have room: on a phone, and where the names of signs begin. */
export const SCALES = [UNITS_PER_PIXEL, NAMED_SCALE];

/** Keeps other names out of where the sign and its name are. */
export function reserveSign(
	board: LabelBoard,
	{ x, y }: ViewBoxPoint,
	{ name, steps = [] }: Pick<StillMark, 'name' | 'steps'>,
	unit: number,
	isSubject: boolean
): void {
	board.reserve((scale) => {
		const { offset, label } = steps[scale > unit ? 0 : scale > unit / 2 ? 1 : 2] ?? {
			offset: [0, 0],
			label: null
		};
		const sign = { x: x + offset[0] * scale, y: y + offset[1] * scale };
		const isNamed = label && (isSubject || scale <= NAMED_SCALE);
		return [
			symbolBox(sign, scale),
			...(isNamed ? [boxesOf({ text: name, size: SIGN_NAME_SIZE }, sign, scale)[label]] : [])
		];
	});
}
