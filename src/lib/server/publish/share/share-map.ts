/**
 * Draws the still map of a share picture as SVG. It looks like StillMap.svelte, but its colours and sizes are
 * attributes, because a picture has no style sheet.
 */
import { palette } from '$lib/style/palette';
import {
	DOT_RADIUS,
	isShape,
	leaderPath,
	RING,
	RING_DASHES,
	RING_WIDTH,
	signFill,
	SMALL_SIGN,
	SOMEWHERE_DASHES,
	SOMEWHERE_RING,
	symbolPath
} from '$lib/style/symbols';
import type { Layer, Story } from '$lib/model/story';
import {
	AREA_OPACITY,
	EXTENT_OPACITY,
	NAME_SIZE,
	REGION_OPACITY,
	RIBBON_SHARES,
	townSize
} from '$lib/style/constants';
import type { StillMap, StillMark, StillShape, StillStretch } from '$lib/model/drawing';
import { UNITS_PER_PIXEL } from '../../label-placement/board';
import { drawName, drawText } from './map-lettering';

/** Units of the viewBox shown to the left and right of the view, for names that extend beyond it. */
const OVERHANG = 70;
const colours = palette.light;

/** Pixels of the picture. */
export interface Box {
	x: number;
	width: number;
	height: number;
}

export function drawMap({ layers }: Story, still: StillMap, box: Box): string {
	const width = 1000 + 2 * OVERHANG;
	const height = (width * box.height) / box.width;
	const top = 500 - height / 2;
	const viewBox = [-OVERHANG, top, width, height].join(' ');
	const { stepUnit, subject } = still;
	const step = UNITS_PER_PIXEL > stepUnit ? 0 : UNITS_PER_PIXEL > stepUnit / 2 ? 1 : 2;
	const layerOf = new Map(layers.map((layer) => [layer.id, layer]));
	const shapesOf = (part: StillShape['part']): string[] =>
		still.shapes
			.filter((shape) => shape.part === part)
			.map((shape) => drawShape(shape, layerOf.get(shape.layer), shape.place === subject));
	return [
		`<svg x="${box.x}" width="${box.width}" height="${box.height}" viewBox="${viewBox}">`,
		`<rect x="${-OVERHANG}" y="${top}" width="${width}" height="${height}" fill="${colours.sea}"/>`,
		path(still.land, `fill="${colours.land}"`),
		...drawSides(still.shapes),
		path(still.graticule, stroke(colours.graticule, 1.6)),
		...shapesOf('area'),
		path(still.provinces, stroke(colours.province, 1.6, 'stroke-dasharray="9 5 2 5"')),
		path(still.borders, stroke(colours.border, 2)),
		...shapesOf('line'),
		...still.stretches.map((stretch) => drawStretch(stretch, layerOf.get(stretch.layer))),
		...still.towns.map(({ name, rank, x, y, label }) =>
			drawAt(
				x,
				y,
				`<circle r="2.2" fill="${colours.text}"/>${drawName(name, label, { size: townSize(rank), colour: colours.text })}`
			)
		),
		...still.marks.map((mark) => drawMark(mark, layerOf.get(mark.layer), mark.place === subject, step)),
		'</svg>'
	].join('\n');
}

const hueOf = (layer: Layer | undefined): string => colours[layer?.hue ?? 'ink'];

/** Half the width of the ribbon in units of the viewBox. */
const RIBBON = 34;

/** The ground of the two sides of a line, each with its ribbon cut to it. */
function drawSides(shapes: StillShape[]): string[] {
	const lines = shapes.filter(({ ribbon }) => ribbon);
	return ([1, 2] as const).flatMap((side) => {
		const bands = side === 1 ? (['ribbon1', 'ribbon1near'] as const) : (['ribbon2'] as const);
		return shapes
			.filter(({ tint }) => tint === side)
			.flatMap(({ d }) => [
				path(d, `fill="${colours[`side${side}`]}"`),
				`<clipPath id="side${side}">${path(d, '')}</clipPath><g clip-path="url(#side${side})">`,
				...lines.flatMap((line) =>
					bands.map((band) => path(line.d, stroke(colours[band], 2 * RIBBON * RIBBON_SHARES[band])))
				),
				'</g>'
			]);
	});
}

function drawShape({ part, inner, d }: StillShape, layer: Layer | undefined, isSubject: boolean): string {
	const hue = hueOf(layer);
	if (part === 'line') return path(d, stroke(colours.land, 15)) + path(d, stroke(hue, isSubject ? 8 : 6));
	const isFilled = layer?.shape === 'area';
	// Other areas are not seen on the page either.
	if (!isSubject && !isFilled && !inner) return '';
	const opacity = (isFilled ? AREA_OPACITY : REGION_OPACITY)[isSubject ? 'selected' : 'otherwise'];
	const dashes = isFilled ? '' : 'stroke-dasharray="10 7"';
	return path(
		d,
		`fill="${hue}" fill-opacity="${opacity}" stroke="${hue}" stroke-width="${isSubject ? 5 : 3}" ${dashes}`
	);
}

function drawStretch({ certainty, d }: StillStretch, layer: Layer | undefined): string {
	const isHatched = certainty === 'uncertain';
	const dashes = isHatched ? 'stroke-dasharray="6.4 6.4"' : '';
	return path(d, stroke(hueOf(layer), 16, `stroke-opacity="${isHatched ? 0.6 : 0.45}" ${dashes}`));
}

function drawMark(mark: StillMark, layer: Layer | undefined, isSubject: boolean, step: number): string {
	const { name, x, y, symbol, weak, hollow, sign, label, style, local, somewhere } = mark;
	const hue = hueOf(layer);
	const fill = hollow
		? `fill="${colours.land}" stroke="${hue}" stroke-width="2.5"`
		: `fill="${hue}" stroke="${colours.land}"`;
	const scale = isSubject ? 1.2 : weak ? 0.85 : 1;
	if (sign) return drawSign(mark, hue, isSubject, step);
	if (somewhere) {
		const ring = `fill="${hue}" fill-opacity="${EXTENT_OPACITY.otherwise}" stroke="${hue}" stroke-width="${RING_WIDTH}"`;
		const dashes = `stroke-dasharray="${SOMEWHERE_DASHES.join(' ')}" transform="scale(${scale})"`;
		const lines = label ? drawText(name, label, 0, { size: NAME_SIZE, colour: hue }) : '';
		return drawAt(x, y, path(SOMEWHERE_RING, `${ring} ${dashes}`) + lines);
	}
	return drawAt(
		x,
		y,
		(symbol ? path(symbolPath(layer?.shape ?? 'circle'), `${fill} transform="scale(${scale})"`) : '') +
			(label ? drawName(name, label, { size: NAME_SIZE, colour: hue, style, local }) : '')
	);
}

/** A sign, beside its line if the mark has steps. A picture names the signs of its subject only. */
function drawSign(
	{ x, y, name, sign, broken, hollow, steps, side, dot }: StillMark,
	hue: string,
	isSubject: boolean,
	step: number
): string {
	const { offset, small } = steps?.[step] ?? { offset: [0, 0] as const, small: false };
	const scale = (small ? SMALL_SIGN : 1) * (isSubject ? 1.2 : 1);
	const ring = `fill="${colours.paper}" stroke="${hue}" stroke-width="${RING_WIDTH}"`;
	const dashes = broken ? ` stroke-dasharray="${RING_DASHES.join(' ')}"` : '';
	const drawn =
		!sign || isShape(sign)
			? path(symbolPath(sign ?? 'circle'), hollow ? ring : `fill="${hue}"`)
			: path(RING, ring + dashes) + path(signFill(sign, broken ?? false), `fill="${hue}"`);
	const leader = steps
		? path(leaderPath([offset[0], offset[1]], side), `fill="none" stroke="${hue}"`) +
			(dot ? `<circle r="${DOT_RADIUS}" fill="${hue}"/>` : '')
		: '';
	// The sign of the subject is larger, so its name stands further from it.
	const text = drawText(name, side ?? 'right', 0, { size: NAME_SIZE, colour: hue });
	const label = isSubject ? `<g transform="translate(${side === 'left' ? -3 : 3} 0)">${text}</g>` : '';
	return drawAt(
		x,
		y,
		`${leader}<g transform="translate(${offset.join(' ')})"><g transform="scale(${scale})">${drawn}</g>${label}</g>`
	);
}

/** Content in CSS pixels, at a point of the viewBox. */
const drawAt = (x: number, y: number, content: string): string =>
	`<g transform="translate(${x} ${y}) scale(${UNITS_PER_PIXEL})">${content}</g>`;

const path = (d: string, attributes: string): string => (d ? `<path d="${d}" ${attributes}/>` : '');

const stroke = (colour: string, width: number, attributes = ''): string =>
	`fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round" ${attributes}`;
