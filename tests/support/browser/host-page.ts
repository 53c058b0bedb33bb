/** Serves a host page of another site, for the tests in all engines. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export async function serveHost(body: string): Promise<AsyncDisposable & { address: string }> {
	const server = createServer((_, response) => {
		response.setHeader('Content-Type', 'text/html; charset=utf-8');
		// Without this the browser would request an icon.
		response.end(`<!doctype html><link rel="icon" href="data:,"><body style="margin:0">${body}</body>`);
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	return {
		// `localhost` is another site than 127.0.0.1, and a secure context.
		address: `http://localhost:${(server.address() as AddressInfo).port}/`,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		}
	};
}
