/** What a picture of a page shows. */
import { Resvg } from '@resvg/resvg-js';

/** Of all its pixels, how many have this colour or almost. */
export function shareOf(png: Buffer, colour: string): number {
	// The size of a PNG stands at this place of it.
	const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
	const href = `data:image/png;base64,${png.toString('base64')}`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${href}" width="${width}" height="${height}"/></svg>`;
	const { pixels } = new Resvg(svg).render();
	const wanted = [1, 3, 5].map((from) => parseInt(colour.slice(from, from + 2), 16));
	let found = 0;
	for (let at = 0; at < pixels.length; at += 4) {
		if (wanted.every((value, channel) => Math.abs(value - pixels[at + channel]!) < 4)) found++;
	}
	return found / (width * height);
}
