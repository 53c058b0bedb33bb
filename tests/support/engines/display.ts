/** A screen that nobody sees: Firefox has WebGL only in a window, and WebKit is never without one. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

export async function startDisplay(program: string): Promise<{ name: string; close: () => void }> {
	// It takes the first number that is free, and writes it once windows can come.
	const words = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
	const server = spawn(program, words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
	const close = (): void => void server.kill();
	process.once('exit', close);
	const ended = once(server, 'exit').then(() => Promise.reject(new Error(`${program} did not start.`)));
	const [number] = (await Promise.race([once(server.stdio[3] as Readable, 'data'), ended])) as [Buffer];
	// Later it ends because it is told to.
	ended.catch(() => undefined);
	return { name: `:${number.toString().trim()}`, close };
}
