/**
 * Vite plugin that builds the script of the site's pages, which SvelteKit does not hydrate (`csr` is off). As a part of
 * SvelteKit's client build it would include SvelteKit's router, so it has a build of its own. In development the dev
 * server serves the entry, with hot module replacement.
 */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';

/** Exports `clientEntry()`, which returns the URL path of the entry from the site's root. */
const MODULE = 'virtual:client-entry';
/** Folder of the built files, in the site. */
const ASSETS = '_app/immutable';
const MANIFEST = '.vite/client-entry.json';

/** @param source path of the entry, from the project's root */
export function clientEntry(source: string): Plugin {
	let config: ResolvedConfig;
	return {
		name: 'client-entry',
		// No route imports the entry, so Vite would find its dependencies only when a page loads, and reload the page.
		config: () => ({ optimizeDeps: { entries: [source] } }),
		configResolved(resolved) {
			config = resolved;
		},
		resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
		load(id) {
			if (id !== `\0${MODULE}`) return undefined;
			return config.command === 'serve' ? developmentModule(source) : buildModule(source, config);
		},
		writeBundle: {
			// After SvelteKit's client build, which empties the folder.
			sequential: true,
			order: 'post',
			async handler() {
				if (config.command === 'build' && !config.build.ssr) await buildEntry(source, config);
			}
		},
		closeBundle: {
			// SvelteKit runs two builds. The adapter writes build/ at the end of the server build, so this must come after
			// it.
			sequential: true,
			order: 'post',
			handler() {
				const site = resolve(config.root, 'build', ASSETS);
				if (config.command === 'build' && config.build.ssr && existsSync(site)) removeUnused(site, config);
			}
		},
		hotUpdate({ file, modules, server }) {
			// A module that only the server uses cannot be replaced in the browser, so the page is reloaded.
			const { client } = server.environments;
			const isInBrowser = client.moduleGraph.getModulesByFile(file)?.size;
			if (this.environment.name === 'ssr' && modules.length > 0 && !isInBrowser)
				client.hot.send({ type: 'full-reload' });
		}
	};
}

const developmentModule = (source: string): string =>
	`export const clientEntry = () => ${JSON.stringify(`/${source}`)};`;

/** Removes the scripts of SvelteKit's own client from the site: no page loads them. */
function removeUnused(site: string, { root }: ResolvedConfig): void {
	const chunks = Object.values(
		JSON.parse(readFileSync(manifestPath(root), 'utf8')) as Record<
			string,
			{ file: string; assets?: string[] }
		>
	);
	const used = new Set(chunks.flatMap(({ file, assets = [] }) => [file, ...assets]));
	for (const name of readdirSync(site, { recursive: true, encoding: 'utf8' }))
		if (name.endsWith('.js') && !used.has(`${ASSETS}/${name.replaceAll('\\', '/')}`))
			rmSync(join(site, name));
}

const manifestPath = (root: string): string => resolve(root, '.svelte-kit/output/client', MANIFEST);

/** Reads the manifest when the first page is rendered, because it does not exist yet when the module is loaded. */
function buildModule(source: string, { root }: ResolvedConfig): string {
	return `
		import { readFileSync } from 'node:fs';
		let file;
		export const clientEntry = () => {
			file ??= JSON.parse(readFileSync(${JSON.stringify(manifestPath(root))}, 'utf8'))[${JSON.stringify(source)}].file;
			return '/' + file;
		};`;
}

async function buildEntry(source: string, { root, mode, build: options }: ResolvedConfig): Promise<void> {
	const { outDir, assetsInlineLimit, target, minify, sourcemap } = options;
	await build({
		configFile: false,
		root,
		mode,
		logLevel: 'warn',
		// Relative URLs, so that the site works from any sub-path.
		base: './',
		publicDir: false,
		// The pages already have the styles of the components, from SvelteKit's build.
		plugins: [svelte({ configFile: false, emitCss: false, compilerOptions: { css: 'external' } })],
		resolve: { alias: { $lib: resolve(root, 'src/lib') } },
		worker: {
			format: 'es',
			rollupOptions: { output: { entryFileNames: `${ASSETS}/workers/[name].[hash].js` } }
		},
		build: {
			outDir,
			emptyOutDir: false,
			assetsInlineLimit,
			target,
			minify,
			sourcemap,
			manifest: MANIFEST,
			// A preloaded module would be requested twice: by the link and by the import.
			modulePreload: false,
			rollupOptions: {
				input: source,
				output: {
					entryFileNames: `${ASSETS}/entry/[name].[hash].js`,
					chunkFileNames: `${ASSETS}/chunks/[name].[hash].js`,
					assetFileNames: `${ASSETS}/assets/[name].[hash][extname]`
				}
			}
		}
	});
}
