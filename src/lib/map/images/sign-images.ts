/** Draws the images of signs and leaders for the live map, when MapLibre asks for them by the names that the style gives them. */
import type { Map } from 'maplibre-gl';
import type { Part, StandingSign } from '$lib/model/drawing';
import { EXTENT_OPACITY, HATCHING } from '$lib/style/constants';
import {
	DOT_RADIUS,
	isShape,
	leaderPath,
	RING,
	RING_DASHES,
	RING_WIDTH,
	SIGN_RADIUS,
	signFill,
	SMALL_SIGN,
	SOMEWHERE_DASHES,
	SOMEWHERE_RADIUS,
	SOMEWHERE_RING,
	symbolPath
} from '$lib/style/symbols';

/** CSS pixels between a sign and the edge of its image. */
const MARGIN = 2;
/** Radius of what surrounds a sign that is selected. */
const SELECTED_RADIUS = 11;

/** The names are written by style/layers/symbol-layers.ts. They hold the colours, so that another theme has other images. */
export function drawSignImages(map: Map): void {
	map.setMissingStyleImageResolver((id) => {
		const [kind, ...words] = id.split(' ');
		if (kind === 'sign') addImage(map, id, squareOf(SIGN_RADIUS), (context) => drawSign(context, words));
		if (kind === 'somewhere')
			addImage(map, id, squareOf(SOMEWHERE_RADIUS), (context) => drawSomewhere(context, words));
		if (kind === 'hatching') {
			const spacing = Number(words[0]);
			addImage(map, id, [spacing, spacing], (context) => drawHatching(context, spacing, words.at(-1)));
		}
		if (kind === 'selected')
			addImage(map, id, squareOf(SELECTED_RADIUS), (context) => drawSelected(context, words));
		if (kind === 'leader') {
			const [dx = 0, dy = 0] = words.map(Number);
			const size = [2 * (Math.abs(dx) + MARGIN), 2 * (Math.abs(dy) + DOT_RADIUS + MARGIN)] as const;
			addImage(map, id, size, (context) => drawLeader(context, words));
		}
	});
}

const squareOf = (radius: number): [number, number] => [2 * (radius + MARGIN), 2 * (radius + MARGIN)];

/** @param draw draws in CSS pixels, with the position of the symbol at 0,0 */
function addImage(
	map: Map,
	id: string,
	[width, height]: readonly [number, number],
	draw: (context: CanvasRenderingContext2D) => void
): void {
	const pixelRatio = Math.max(2, Math.ceil(devicePixelRatio));
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [Math.ceil(width * pixelRatio), Math.ceil(height * pixelRatio)];
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context) return;
	context.translate(canvas.width / 2, canvas.height / 2);
	context.scale(pixelRatio, pixelRatio);
	draw(context);
	map.addImage(id, context.getImageData(0, 0, canvas.width, canvas.height), { pixelRatio });
}

function drawSign(context: CanvasRenderingContext2D, words: string[]): void {
	const sign = words[0] as NonNullable<Part['sign']>;
	const [hue = '', paper = ''] = words.slice(-2);
	const isBroken = words.includes('broken');
	const scale = words.includes('small') ? SMALL_SIGN : 1;
	context.scale(scale, scale);
	context.lineWidth = RING_WIDTH / scale;
	context.strokeStyle = hue;
	const isOutline = !isShape(sign) || words.includes('hollow');
	context.fillStyle = isOutline ? paper : hue;
	const outline = new Path2D(isShape(sign) ? symbolPath(sign) : RING);
	context.fill(outline);
	if (isBroken) context.setLineDash(RING_DASHES);
	if (isOutline) context.stroke(outline);
	if (isShape(sign)) return;
	context.fillStyle = hue;
	context.fill(new Path2D(signFill(sign, isBroken)));
}

function drawSomewhere(context: CanvasRenderingContext2D, [hue = '']: string[]): void {
	const ring = new Path2D(SOMEWHERE_RING);
	context.fillStyle = context.strokeStyle = hue;
	context.globalAlpha = EXTENT_OPACITY.otherwise;
	context.fill(ring);
	context.globalAlpha = 1;
	context.lineWidth = RING_WIDTH;
	context.setLineDash(SOMEWHERE_DASHES);
	context.stroke(ring);
}

/** A square that can be repeated in both directions. */
function drawHatching(context: CanvasRenderingContext2D, spacing: number, hue = ''): void {
	context.strokeStyle = hue;
	context.globalAlpha = HATCHING.opacity;
	context.lineWidth = HATCHING.width;
	for (const shift of [-spacing, 0, spacing]) {
		context.beginPath();
		context.moveTo(shift - spacing, spacing);
		context.lineTo(shift + spacing, -spacing);
		context.stroke();
	}
}

function drawSelected(context: CanvasRenderingContext2D, [hue = '']: string[]): void {
	context.fillStyle = hue;
	context.globalAlpha = 0.3;
	context.beginPath();
	context.arc(0, 0, SELECTED_RADIUS, 0, 2 * Math.PI);
	context.fill();
}

function drawLeader(context: CanvasRenderingContext2D, words: string[]): void {
	const [dx = 0, dy = 0] = words.map(Number);
	const hue = words.at(-1) ?? '';
	context.strokeStyle = hue;
	context.stroke(new Path2D(leaderPath([dx, dy], words[2] as StandingSign['side'])));
	if (!words.includes('dot')) return;
	context.fillStyle = hue;
	context.beginPath();
	context.arc(0, 0, DOT_RADIUS, 0, 2 * Math.PI);
	context.fill();
}
