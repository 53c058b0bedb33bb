/** The page of another site, which frames ours. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export async function serveHost(body: string): Promise<AsyncDisposable & { address: string }> {
	const server = createServer((_, response) => {
		response.setHeader('Content-Type', 'text/html; charset=utf-8');
		// An icon would be asked for.
		response.end(`<!doctype html><link rel="icon" href="data:,"><body style="margin:0">${body}</body>`);
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	return {
		// Another site to the browser, and one that it trusts as it trusts https.
		address: `http://localhost:${(server.address() as AddressInfo).port}/`,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		}
	};
}
