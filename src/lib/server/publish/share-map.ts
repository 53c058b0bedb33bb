/** The still map as a picture: what StillMap.svelte draws, with colours and sizes that need no style sheet. */
import { palette } from '$lib/style/palette';
import { symbolPath } from '$lib/style/symbols';
import type { Story } from '$lib/model/story';
import { LABEL_GAP, NAME_SIZE, TOWN_SIZE } from '$lib/style/constants';
import type { LabelSide, StillMap } from '$lib/model/drawing';
import { UNITS_PER_PIXEL } from '../label-placement/board';
import { spans } from './typeset';

/** Units of the still map's viewBox: beyond the view there is room for the names that stand out of it. */
const OUTSIDE = 70;
const colour = palette.light;

export interface Box {
	x: number;
	width: number;
	height: number;
}

export function drawMap({ layers }: Story, still: StillMap, box: Box, subject?: string): string {
	const units = 1000 + 2 * OUTSIDE;
	const high = (units * box.height) / box.width;
	const viewBox = [-OUTSIDE, 500 - high / 2, units, high].join(' ');
	const layerOf = new Map(layers.map((layer) => [layer.id, layer]));
	const hue = (layer: string): string => colour[layerOf.get(layer)?.hue ?? 'ink'];
	const path = (d: string, attributes: string): string => (d ? `<path d="${d}" ${attributes}/>` : '');
	const line = (ink: string, width: number, more = ''): string =>
		`fill="none" stroke="${ink}" stroke-width="${width}" stroke-linejoin="round" ${more}`;
	const name = (text: string, side: LabelSide, size: number, ink: string): string => {
		const x = { right: LABEL_GAP, left: -LABEL_GAP, middle: 0, above: 0, below: 0 }[side];
		const anchor = { right: 'start', left: 'end' }[side as string] ?? 'middle';
		const down = { above: -1, below: 1 }[side as string] ?? 0;
		const y = size * 0.35 + down * (LABEL_GAP + size / 2);
		const words = `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}"`;
		return (
			`${words} stroke="${colour.land}" stroke-width="3.5" stroke-linejoin="round">${spans('noto-sans', text)}</text>` +
			`${words} fill="${ink}">${spans('noto-sans', text)}</text>`
		);
	};
	const at = (x: number, y: number, content: string): string =>
		`<g transform="translate(${x} ${y}) scale(${UNITS_PER_PIXEL})">${content}</g>`;

	const shapes = still.shapes.map(({ place, layer, part, d }) => {
		const own = place === subject;
		if (part === 'line') return path(d, line(colour.land, 20)) + path(d, line(hue(layer), own ? 8 : 6.5));
		if (!own && layerOf.get(layer)?.shape !== 'area') return '';
		return path(
			d,
			`fill="${hue(layer)}" fill-opacity="${own ? 0.32 : 0.16}" stroke="${hue(layer)}" stroke-width="${own ? 4 : 2}"`
		);
	});
	const marks = still.marks.map(({ place, layer, name: text, x, y, symbol, weak, hollow, label }) => {
		const shape = layerOf.get(layer)?.shape ?? 'circle';
		const fill = hollow
			? `fill="${colour.land}" stroke="${hue(layer)}" stroke-width="2.5"`
			: `fill="${hue(layer)}" stroke="${colour.land}"`;
		const size = place === subject ? 1.2 : weak ? 0.85 : 1;
		return at(
			x,
			y,
			(symbol ? path(symbolPath(shape), `${fill} transform="scale(${size})"`) : '') +
				(label ? name(text, label, NAME_SIZE, hue(layer)) : '')
		);
	});
	return [
		`<svg x="${box.x}" width="${box.width}" height="${box.height}" viewBox="${viewBox}">`,
		`<rect x="${-OUTSIDE}" y="${500 - high / 2}" width="${units}" height="${high}" fill="${colour.sea}"/>`,
		path(still.land, `fill="${colour.land}"`),
		path(still.provinces, line(colour.province, 1.6, 'stroke-dasharray="6 4"')),
		path(still.borders, line(colour.border, 2)),
		...shapes,
		...still.towns.map(({ name: text, x, y, label }) =>
			at(x, y, `<circle r="2.5" fill="${colour.town}"/>${name(text, label, TOWN_SIZE, colour.town)}`)
		),
		...marks,
		'</svg>'
	].join('\n');
}
