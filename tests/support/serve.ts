/**
 * Serves build/ to the browser tests, as a static host does: at the address for which it was built, and at
 * three more as hosts with other headers or policies serve it.
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

/** The SITE_URL of the build, which is in its canonical link. Throws if the build is not for the tests. */
function builtUrl(): URL {
	const page = existsSync(`${build}/index.html`) ? readFileSync(`${build}/index.html`, 'utf8') : '';
	const [, address = ''] = /<link rel="canonical" href="([^"]+)"/.exec(page) ?? [];
	if (!/^http:\/\/127\.0\.0\.1:\d+\/$/.test(address))
		throw new Error('There is no site built for tests: npm run test:browser builds one, and runs them.');
	return new URL(address);
}

/** A folder with a copy of the build as it is without SITE_URL: its policies name no origin. */
function copyWithoutOrigin(origin: string): string {
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

/** A host whose own policy forbids all scripts. */
const noScript: Plugin = {
	name: 'no-script',
	configurePreviewServer({ middlewares }) {
		middlewares.use((_, response, next) => {
			response.appendHeader('Content-Security-Policy', "script-src 'none'");
			next();
		});
	}
};

/** Starts the servers and sets their addresses in the environment. The returned function stops them. */
export default async function serve() {
	const { origin, port } = builtUrl();
	const copy = copyWithoutOrigin(origin);
	const sites = {
		SITE: await serveBuild([hosting()], { port: Number(port) }),
		// Without the headers of the site.
		BARE_SITE: await serveBuild([]),
		SCRIPTLESS_SITE: await serveBuild([hosting(), noScript]),
		UNNAMED_SITE: await serveBuild([hosting()], { from: copy })
	};
	for (const [name, { address }] of Object.entries(sites)) process.env[name] = address;
	const displayProgram = otherEngines().length > 0 ? findEngines().display : undefined;
	const display = displayProgram ? await startDisplay(displayProgram) : undefined;
	if (display) process.env['TEST_DISPLAY'] = display.name;
	return async () => {
		display?.close();
		await Promise.all(Object.values(sites).map(({ close }) => close()));
		rmSync(copy, { recursive: true, force: true });
	};
}
