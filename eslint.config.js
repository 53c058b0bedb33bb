/** ESLint: the rules for code, and which folder may import from which. */
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const asText = 'Words enter the page as text nodes, never as HTML.';
const fromRoot = 'The site works from any sub-path: use a relative link, or resolve() from $app/paths.';
const htmlSinks = [
	...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTML', 'setHTMLUnsafe'],
	...['DOMParser', 'parseHTMLUnsafe', 'createContextualFragment']
];

const buildOnly = ban(
	'(@turf|zod|yaml|d3-geo|d3-dsv|topojson-client|world-atlas|polylabel|approx-string-match|@placemarkio|@resvg|subset-font)(/|$)',
	'This package works at build time: only src/lib/server imports it, so that no reader downloads it.'
);
const mapLibre = typesOnly(
	// The import of the worker's URL loads nothing.
	'maplibre-gl(?!/.*[?]worker&url$)(/|$)',
	'src/lib/map/maplibre.ts is the one file that loads MapLibre.'
);
const styleSpec = typesOnly('@maplibre/maplibre-gl-style-spec(/|$)', 'only src/lib/server checks a style.');
const svelteItself = ban(
	'((svelte|@sveltejs)(/|$)|.*\\.svelte$)',
	'This folder is plain TypeScript: Svelte is for components, their state, and routes.'
);
const packages = ban(
	'((?!(geojson|@maplibre/maplibre-gl-style-spec)(/|$))[^.$]|\\$(?!lib/))',
	'This folder needs no package, but for types of GeoJSON and of MapLibre styles.'
);

/**
 * The folders of src/lib from the bottom up: each imports only from those before it. `server` is for the build only.
 */
const FLOORS = ['model', 'geo', 'words', 'style', 'reader', 'embed', 'map', 'components', 'client'];
const foldersAbove = (folder) => folders('server', ...FLOORS.slice(FLOORS.indexOf(folder) + 1));

export default defineConfig(
	globalIgnores(['build/', '.svelte-kit/', 'test-results/', 'playwright-report/', 'tests/fixtures/']),
	js.configs.recommended,
	ts.configs.strict,
	svelte.configs.recommended,
	prettier,
	svelte.configs.prettier,
	{
		languageOptions: { globals: globals.node },
		rules: { '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }] }
	},
	{
		files: ['**/*.ts', '**/*.svelte'],
		// TypeScript checks this.
		rules: { 'no-undef': 'off' }
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{
		files: ['src/**'],
		rules: {
			'svelte/no-at-html-tags': 'error',
			// Links to places and passages are fragments, for which resolve() is not made.
			'svelte/no-navigation-without-resolve': ['error', { ignoreLinks: true }],
			'no-restricted-globals': ['error', { name: 'DOMParser', message: asText }],
			'no-restricted-properties': [
				'error',
				...htmlSinks.map((property) => ({ property, message: asText })),
				...['write', 'writeln'].map((property) => ({ object: 'document', property, message: asText }))
			]
		}
	},
	{
		files: ['tests/**'],
		// In a test a wrong `!` makes the test fail.
		rules: { '@typescript-eslint/no-non-null-assertion': 'off' }
	},

	// If several of these match a file, the last one applies.
	floor('src/**', folders('server', 'client'), buildOnly, mapLibre, styleSpec),
	floor(
		'src/**/*server.ts',
		folders('client', 'components', 'map', 'reader'),
		buildOnly,
		mapLibre,
		styleSpec
	),
	...FLOORS.map((folder) =>
		floor(`src/lib/${folder}/**`, foldersAbove(folder), buildOnly, mapLibre, styleSpec)
	),
	...['geo', 'words', 'style', 'embed'].map((folder) =>
		floor(`src/lib/${folder}/**`, foldersAbove(folder), packages, mapLibre, styleSpec)
	),
	floor('src/lib/map/maplibre.ts', foldersAbove('map'), svelteItself, buildOnly, styleSpec),
	floor(
		'src/lib/server/**',
		folders('client', 'components', 'map', 'reader', 'embed'),
		svelteItself,
		mapLibre
	),
	floor(
		'src/lib/model/**',
		ban('(?!(geojson$|\\./))', 'The model imports types of GeoJSON and nothing else.')
	)
);

/** The restrictions on imports, and on HTML in templates, for the files of a folder. */
function floor(files, ...bans) {
	const inTemplates = [
		['SvelteAttribute[key.name=/^(innerHTML|srcdoc)$/]', asText],
		['SvelteDirective[key.name.name=innerHTML]', asText],
		['SvelteAttribute[key.name=/^(href|src)$/] > SvelteLiteral.value:first-child[value=/^\\//]', fromRoot]
	];
	// no-restricted-imports does not check import().
	const dynamicImport = ({ regex, message }) => ({
		selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\/')}/]`,
		message
	});
	return {
		files: [files],
		rules: {
			'@typescript-eslint/no-restricted-imports': ['error', { patterns: bans }],
			'no-restricted-syntax': [
				'error',
				...inTemplates.map(([selector, message]) => ({ selector, message })),
				...bans.map(dynamicImport)
			]
		}
	};
}

/** Bans imports from these folders, as `$lib/<folder>` or by a relative path that goes up first. */
function folders(...names) {
	return ban(
		`(\\$lib/|(\\.\\./)+(lib/)?)(${names.join('|')})(/|$)`,
		`Each floor imports only what stands below it; not below this one: ${names.join(', ')}.`
	);
}

function typesOnly(pattern, reason) {
	return { ...ban(pattern, `Import types only: ${reason}`), allowTypeImports: true };
}

function ban(pattern, message) {
	return { regex: `^${pattern}`, message };
}
