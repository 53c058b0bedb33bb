/**
 * The browser's one entry, for pages that SvelteKit does not hydrate (`csr` is off): it is built once, beside SvelteKit's
 * own client build and not as a part of it, which would bring SvelteKit's router along. In development the dev server
 * serves it as it is, and its components are replaced as they change.
 */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';

/** `virtual:client-entry` has `clientEntry()`, the address of the entry from the site's root. */
const MODULE = 'virtual:client-entry';
const NAMES = '_app/immutable';
const MANIFEST = '.vite/client-entry.json';

/** `source`: the entry, from the project's root. */
export function clientEntry(source: string): Plugin {
	let config: ResolvedConfig;
	return {
		name: 'client-entry',
		// No route imports the entry: what it imports must be known before a page asks for it.
		config: () => ({ optimizeDeps: { entries: [source] } }),
		configResolved(resolved) {
			config = resolved;
		},
		resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
		load(id) {
			if (id !== `\0${MODULE}`) return undefined;
			return config.command === 'serve' ? inDevelopment(source) : fromManifest(source, config);
		},
		writeBundle: {
			// The client build of SvelteKit comes first: it empties the folder.
			sequential: true,
			order: 'post',
			async handler() {
				if (config.command === 'build' && !config.build.ssr) await buildEntry(source, config);
			}
		},
		closeBundle: {
			// After SvelteKit's, which runs the adapter, in the outer of its two builds.
			sequential: true,
			order: 'post',
			handler() {
				const site = resolve(config.root, 'build', NAMES);
				if (config.command === 'build' && config.build.ssr && existsSync(site)) leaveOutUnused(site, config);
			}
		},
		hotUpdate({ file, modules, server }) {
			// What only the server renders is in no module of the browser that could be replaced.
			const { client } = server.environments;
			const inBrowser = client.moduleGraph.getModulesByFile(file)?.size;
			if (this.environment.name === 'ssr' && modules.length > 0 && !inBrowser)
				client.hot.send({ type: 'full-reload' });
		}
	};
}

const inDevelopment = (source: string): string =>
	`export const clientEntry = () => ${JSON.stringify(`/${source}`)};`;

/** SvelteKit's own client, which no page asks for, is most of what it builds: it is not published. */
function leaveOutUnused(site: string, { root }: ResolvedConfig): void {
	const chunks = Object.values(
		JSON.parse(readFileSync(manifestIn(root), 'utf8')) as Record<string, { file: string; assets?: string[] }>
	);
	const used = new Set(chunks.flatMap(({ file, assets = [] }) => [file, ...assets]));
	for (const name of readdirSync(site, { recursive: true, encoding: 'utf8' }))
		if (name.endsWith('.js') && !used.has(`${NAMES}/${name.replaceAll('\\', '/')}`)) rmSync(join(site, name));
}

const manifestIn = (root: string): string => resolve(root, '.svelte-kit/output/client', MANIFEST);

/** The server's modules are loaded before the client is built: the manifest is read when a page is rendered. */
function fromManifest(source: string, { root }: ResolvedConfig): string {
	return `
		import { readFileSync } from 'node:fs';
		let file;
		export const clientEntry = () => {
			file ??= JSON.parse(readFileSync(${JSON.stringify(manifestIn(root))}, 'utf8'))[${JSON.stringify(source)}].file;
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
		// Addresses count from the file that names them: the site works from any sub-path.
		base: './',
		publicDir: false,
		// The page has the styles of its components already.
		plugins: [svelte({ configFile: false, emitCss: false, compilerOptions: { css: 'external' } })],
		resolve: { alias: { $lib: resolve(root, 'src/lib') } },
		worker: {
			format: 'es',
			rollupOptions: { output: { entryFileNames: `${NAMES}/workers/[name].[hash].js` } }
		},
		build: {
			outDir,
			emptyOutDir: false,
			assetsInlineLimit,
			target,
			minify,
			sourcemap,
			manifest: MANIFEST,
			// What is preloaded would be asked for twice: once by a link, once by the import.
			modulePreload: false,
			rollupOptions: {
				input: source,
				output: {
					entryFileNames: `${NAMES}/entry/[name].[hash].js`,
					chunkFileNames: `${NAMES}/chunks/[name].[hash].js`,
					assetFileNames: `${NAMES}/assets/[name].[hash][extname]`
				}
			}
		}
	});
}
