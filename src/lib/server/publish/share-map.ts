/**
 * Draws the still map of a share picture as SVG. It looks like StillMap.svelte, but its colours and sizes are
 * attributes, because a picture has no style sheet.
 */
import { palette } from '$lib/style/palette';
import { symbolPath } from '$lib/style/symbols';
import type { Layer, Story } from '$lib/model/story';
import { LABEL_GAP, NAME_SIZE, TOWN_SIZE } from '$lib/style/constants';
import type { LabelSide, StillMap, StillMark } from '$lib/model/drawing';
import { UNITS_PER_PIXEL } from '../label-placement/board';
import { spans } from './typeset';

/** Units of the viewBox shown to the left and right of the view, for names that extend beyond it. */
const OVERHANG = 70;
const colours = palette.light;

/** Pixels of the picture. */
export interface Box {
	x: number;
	width: number;
	height: number;
}

/** @param subject id of the place that is emphasized */
export function drawMap({ layers }: Story, still: StillMap, box: Box, subject?: string): string {
	const width = 1000 + 2 * OVERHANG;
	const height = (width * box.height) / box.width;
	const top = 500 - height / 2;
	const viewBox = [-OVERHANG, top, width, height].join(' ');
	const layerOf = new Map(layers.map((layer) => [layer.id, layer]));
	return [
		`<svg x="${box.x}" width="${box.width}" height="${box.height}" viewBox="${viewBox}">`,
		`<rect x="${-OVERHANG}" y="${top}" width="${width}" height="${height}" fill="${colours.sea}"/>`,
		path(still.land, `fill="${colours.land}"`),
		path(still.provinces, stroke(colours.province, 1.6, 'stroke-dasharray="6 4"')),
		path(still.borders, stroke(colours.border, 2)),
		...still.shapes.map((shape) => drawShape(shape, layerOf.get(shape.layer), shape.place === subject)),
		...still.towns.map(({ name, x, y, label }) =>
			drawAt(
				x,
				y,
				`<circle r="2.5" fill="${colours.quiet}"/>${drawName(name, label, TOWN_SIZE, colours.quiet)}`
			)
		),
		...still.marks.map((mark) => drawMark(mark, layerOf.get(mark.layer), mark.place === subject)),
		'</svg>'
	].join('\n');
}

const hueOf = (layer: Layer | undefined): string => colours[layer?.hue ?? 'ink'];

function drawShape(
	{ part, d }: StillMap['shapes'][number],
	layer: Layer | undefined,
	isSubject: boolean
): string {
	const hue = hueOf(layer);
	if (part === 'line') return path(d, stroke(colours.land, 20)) + path(d, stroke(hue, isSubject ? 8 : 6.5));
	// The areas of other layers are not filled on the page either.
	if (!isSubject && layer?.shape !== 'area') return '';
	return path(
		d,
		`fill="${hue}" fill-opacity="${isSubject ? 0.32 : 0.16}" stroke="${hue}" stroke-width="${isSubject ? 4 : 2}"`
	);
}

function drawMark(
	{ name, x, y, symbol, weak, hollow, label }: StillMark,
	layer: Layer | undefined,
	isSubject: boolean
): string {
	const hue = hueOf(layer);
	const fill = hollow
		? `fill="${colours.land}" stroke="${hue}" stroke-width="2.5"`
		: `fill="${hue}" stroke="${colours.land}"`;
	const scale = isSubject ? 1.2 : weak ? 0.85 : 1;
	return drawAt(
		x,
		y,
		(symbol ? path(symbolPath(layer?.shape ?? 'circle'), `${fill} transform="scale(${scale})"`) : '') +
			(label ? drawName(name, label, NAME_SIZE, hue) : '')
	);
}

/** Text with an outline in the colour of land. */
function drawName(name: string, side: LabelSide, size: number, colour: string): string {
	const x = { right: LABEL_GAP, left: -LABEL_GAP, middle: 0, above: 0, below: 0 }[side];
	const anchor = { right: 'start', left: 'end' }[side as string] ?? 'middle';
	const direction = { above: -1, below: 1 }[side as string] ?? 0;
	// 0.35 em below its middle is the baseline of a text.
	const y = size * 0.35 + direction * (LABEL_GAP + size / 2);
	const start = `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}"`;
	const text = spans('source-sans-3', name);
	return (
		`${start} stroke="${colours.land}" stroke-width="3.5" stroke-linejoin="round">${text}</text>` +
		`${start} fill="${colour}">${text}</text>`
	);
}

/** Content in CSS pixels, at a point of the viewBox. */
const drawAt = (x: number, y: number, content: string): string =>
	`<g transform="translate(${x} ${y}) scale(${UNITS_PER_PIXEL})">${content}</g>`;

const path = (d: string, attributes: string): string => (d ? `<path d="${d}" ${attributes}/>` : '');

const stroke = (colour: string, width: number, attributes = ''): string =>
	`fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round" ${attributes}`;
