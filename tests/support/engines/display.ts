/** Starts a virtual screen (Xvfb). Firefox has WebGL only in a window, and WebKitGTK always needs one. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** `name`: the value for the environment variable DISPLAY. */
export async function startDisplay(program: string): Promise<{ name: string; close: () => void }> {
	// The program takes a free display number, and writes it to file descriptor 3 when it is ready.
	const options = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
	const server = spawn(program, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
	const close = (): void => void server.kill();
	process.once('exit', close);
	const failed = once(server, 'exit').then(() => Promise.reject(new Error(`${program} did not start.`)));
	const [number] = (await Promise.race([once(server.stdio[3] as Readable, 'data'), failed])) as [Buffer];
	// `close` ends it later, which is not a failure.
	failed.catch(() => undefined);
	return { name: `:${number.toString().trim()}`, close };
}
