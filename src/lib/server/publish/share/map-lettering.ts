/** Writes the names on the map of a share picture as SVG, in CSS pixels around the point that they belong to. */
import type { AreaNameStyle, LabelSide } from '$lib/model/drawing';
import { AREA_NAMES, LABEL_GAP } from '$lib/style/constants';
import { palette } from '$lib/style/palette';
import { spans } from './typeset';

const colours = palette.light;

interface Lettering {
	size: number;
	colour: string;
	style?: AreaNameStyle | undefined;
	local?: string | undefined;
}

/** A name and, below it, a second one. */
export function drawName(name: string, side: LabelSide, { size, colour, style, local }: Lettering): string {
	if (!style) return drawText(name, side, 0, { size, colour });
	const { size: areaSize, tracking, localSize } = AREA_NAMES[style];
	const ownColour = style === 'side' ? colours.quiet : colour;
	const shift = local ? areaSize * 0.6 : 0;
	return (
		drawText(name.toUpperCase(), side, -shift, { size: areaSize, colour: ownColour, tracking }) +
		(local ? drawText(local, side, localSize * 0.7, { size: localSize, colour: ownColour }) : '')
	);
}

/** Text with an outline in the colour of land. */
export function drawText(
	text: string,
	side: LabelSide,
	shift: number,
	{ size, colour, tracking = 0 }: { size: number; colour: string; tracking?: number }
): string {
	const x = { right: LABEL_GAP, left: -LABEL_GAP, middle: 0, above: 0, below: 0 }[side];
	const anchor = { right: 'start', left: 'end' }[side as string] ?? 'middle';
	const direction = { above: -1, below: 1 }[side as string] ?? 0;
	// 0.35 em below its middle is the baseline of a text.
	const y = size * 0.35 + direction * (LABEL_GAP + size / 2) + shift;
	const spacing = tracking ? ` letter-spacing="${tracking}"` : '';
	const start = `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}"${spacing}`;
	const content = spans('source-sans-3', text);
	return (
		`${start} stroke="${colours.land}" stroke-width="3.5" stroke-linejoin="round">${content}</text>` +
		`${start} fill="${colour}">${content}</text>`
	);
}
