/** Visitors in WebKitGTK of the Linux distribution, through its WebDriver. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import type { Engine } from './engines';
import { openSession, sendCommand } from './webdriver';

/** A port that is free now: the driver must be given one. */
async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}

export function startWebKit(program: string, browser: string, display: string): Engine {
	return {
		// Each visitor has its own driver: after a closed session a driver may never answer a request for another.
		async visit() {
			const { address, stop } = await startDriver(program, display);
			const options = { binary: browser, args: ['--automation'] };
			const visitor = await openSession(address, { alwaysMatch: { 'webkitgtk:browserOptions': options } });
			return {
				...visitor,
				async close() {
					await visitor.close();
					await stop();
				}
			};
		},
		close: () => Promise.resolve()
	};
}

async function startDriver(
	program: string,
	display: string
): Promise<{ address: string; stop: () => Promise<void> }> {
	const port = await freePort();
	const driver = spawn(program, [`--port=${port}`, '--host=127.0.0.1'], {
		stdio: 'ignore',
		env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11' }
	});
	const address = `http://127.0.0.1:${port}`;
	await expect
		.poll(() => sendCommand<{ ready: boolean }>(address, 'GET', '/status').catch(() => ({ ready: false })))
		.toMatchObject({ ready: true });
	return {
		address,
		async stop() {
			driver.kill();
			await once(driver, 'exit');
		}
	};
}
