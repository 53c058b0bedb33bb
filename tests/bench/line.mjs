// A slow line. The browser's own emulation leaves out a worker's file and all that workers ask for.
import { setTimeout as pause } from 'node:timers/promises';

/** Bytes that go at once: what answers share a line send in turn. */
const PIECE = 4096;

/** `latency`: milliseconds until an answer begins. `rate`: bytes in a millisecond, of all answers together. */
export function createLine({ latency, rate }) {
	let free = 0;
	return async function send(response, body) {
		await pause(latency);
		for (let at = 0; at < body.length && !response.destroyed; at += PIECE) {
			const now = performance.now();
			const piece = body.subarray(at, at + PIECE);
			free = Math.max(now, free) + piece.length / rate;
			await pause(free - now);
			response.write(piece);
		}
		response.end();
	};
}
