/** Measures colours in screenshots of any engine. They are decoded here and not in the browser. */
import { Resvg } from '@resvg/resvg-js';

/** The share of pixels with this colour (`#rrggbb`), 0 to 1. */
export function shareOfColour(png: Buffer, colour: string): number {
	// Width and height in the IHDR chunk of a PNG.
	const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
	const href = `data:image/png;base64,${png.toString('base64')}`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${href}" width="${width}" height="${height}"/></svg>`;
	const { pixels } = new Resvg(svg).render();
	const expected = [1, 3, 5].map((from) => parseInt(colour.slice(from, from + 2), 16));
	let count = 0;
	for (let at = 0; at < pixels.length; at += 4) {
		if (expected.every((value, channel) => Math.abs(value - pixels[at + channel]!) < 4)) count++;
	}
	return count / (width * height);
}
