/**
 * Serves build/ itself, not SvelteKit's own preview: what is tested is what gets published, with the headers it needs. It
 * is served where it was built to stand, and three times more as other hosts may have it.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview, type Plugin } from 'vite';
import { hosting } from '../../src/lib/server/publish/hosting';
import { findEngines, otherEngines } from './browsers.mjs';
import { startDisplay } from './engines/display';

const root = fileURLToPath(new URL('../..', import.meta.url));
const build = join(root, 'build');

async function serveBuild(plugins: Plugin[], { from = root, port = 0 } = {}) {
	const server = await preview({
		root: from,
		configFile: false,
		appType: 'mpa',
		plugins,
		logLevel: 'warn',
		build: { outDir: 'build' },
		preview: { host: '127.0.0.1', port, strictPort: port > 0, cors: false }
	});
	const address = server.resolvedUrls?.local[0];
	if (!address) throw new Error('The server for the browser tests has no address.');
	return { address, close: () => server.close() };
}

/** Where the build was told that it would stand. */
function builtFor(): URL {
	const page = existsSync(`${build}/index.html`) ? readFileSync(`${build}/index.html`, 'utf8') : '';
	const [, address = ''] = /<link rel="canonical" href="([^"]+)"/.exec(page) ?? [];
	if (!/^http:\/\/127\.0\.0\.1:\d+\/$/.test(address))
		throw new Error('There is no site built for tests: npm run test:browser builds one, and runs them.');
	return new URL(address);
}

/** The same build as one that knows nothing of where it stands: its policies name no origin. */
function unnamed(origin: string): string {
	const copy = mkdtempSync(join(tmpdir(), 'unnamed-'));
	cpSync(build, join(copy, 'build'), { recursive: true });
	for (const name of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
		if (!name.endsWith('.html')) continue;
		const html = readFileSync(join(copy, name), 'utf8');
		const policy = /<meta http-equiv="content-security-policy"[^>]*>/;
		const without = html.replace(policy, (meta) => meta.replaceAll(` ${origin}`, ''));
		writeFileSync(join(copy, name), without);
	}
	return copy;
}

/** A host whose own policy lets no script run. */
const noScript: Plugin = {
	name: 'no-script',
	configurePreviewServer({ middlewares }) {
		middlewares.use((_, response, next) => {
			response.appendHeader('Content-Security-Policy', "script-src 'none'");
			next();
		});
	}
};

export default async function serve() {
	const { origin, port } = builtFor();
	const copy = unnamed(origin);
	const sites = {
		SITE: await serveBuild([hosting()], { port: Number(port) }),
		// The same files as a host sends them that knows none of our headers.
		BARE_SITE: await serveBuild([]),
		SCRIPTLESS_SITE: await serveBuild([hosting(), noScript]),
		UNNAMED_SITE: await serveBuild([hosting()], { from: copy })
	};
	for (const [name, { address }] of Object.entries(sites)) process.env[name] = address;
	const program = otherEngines().length > 0 ? findEngines().display : undefined;
	const display = program ? await startDisplay(program) : undefined;
	if (display) process.env['TEST_DISPLAY'] = display.name;
	return async () => {
		display?.close();
		await Promise.all(Object.values(sites).map(({ close }) => close()));
		rmSync(copy, { recursive: true, force: true });
	};
}
