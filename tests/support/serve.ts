// Serves build/ itself, not SvelteKit's own preview: what is tested is what gets published, with the headers it needs.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { preview, type Plugin } from 'vite';
import { hosting } from '../../src/lib/server/hosting';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function serveBuild(plugins: Plugin[]) {
	const server = await preview({
		root,
		configFile: false,
		appType: 'mpa',
		plugins,
		logLevel: 'warn',
		build: { outDir: 'build' },
		preview: { host: '127.0.0.1', port: 0, cors: false }
	});
	const address = server.resolvedUrls?.local[0];
	if (!address) {
		throw new Error('The server for the browser tests has no address.');
	}
	return { address, close: () => server.close() };
}

export default async function serve() {
	if (!existsSync(`${root}build/index.html`)) {
		throw new Error('There is no built site to test: npm run build makes it.');
	}
	const site = await serveBuild([hosting()]);
	process.env.SITE = site.address;
	// The same files as a host sends them that knows none of our headers.
	const bare = await serveBuild([]);
	process.env.BARE_SITE = bare.address;
	return async () => {
		await site.close();
		await bare.close();
	};
}
