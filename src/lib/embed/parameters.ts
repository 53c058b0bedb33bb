/**
 * What the address of /embed/ may say in its query. Nothing of an address is ever handed on: every value that leaves
 * this file is one of its own or an id of the story, so an address can put no words into the page.
 */
export interface Parameters {
	/** Ids of the layers that are shown, in the story's order; undefined for all. None at all cannot be said. */
	layers: string[] | undefined;
	/** The republisher's comments. */
	comments: boolean;
	theme: (typeof choices)['theme'][number];
	/** The list of all passages beside or below the map. */
	list: boolean;
	start: (typeof choices)['start'][number];
}

/** `values` is empty where the values are ids of the story. */
export interface Description {
	name: keyof Parameters;
	values: readonly string[];
	standard: string;
}

/** The first of each is the standard. */
const choices = {
	comments: ['off', 'on'],
	theme: ['auto', 'light', 'dark'],
	list: ['on', 'off'],
	start: ['auto', 'live', 'click']
} as const;
type Choices = typeof choices;

/** UTF-16 code units, of a list of layers. */
const LONGEST = 1000;

export const descriptions: readonly Description[] = [
	{ name: 'layers', values: [], standard: 'all' },
	describe('comments'),
	describe('theme'),
	describe('list'),
	describe('start')
];

export const defaults: Readonly<Parameters> = readParameters('', []);

/** Never fails: what is unknown, repeated, too long or no value of the list counts as not said. */
export function readParameters(search: string, layerIds: readonly string[]): Parameters {
	const query = new URLSearchParams(search);
	const named = onlyOne(query, 'layers') ?? '';
	const listed = new Set(named.length > LONGEST ? [] : named.split(','));
	const layers = layerIds.filter((id) => listed.has(id));
	return {
		layers: layers.length > 0 ? layers : undefined,
		comments: choose(query, 'comments') === 'on',
		theme: choose(query, 'theme'),
		list: choose(query, 'list') === 'on',
		start: choose(query, 'start')
	};
}

/** The query without its `?`, in the order of the list; empty where nothing differs from the standard. */
export function writeParameters({ layers, comments, theme, list, start }: Readonly<Parameters>): string {
	const said = { comments: comments ? 'on' : 'off', theme, list: list ? 'on' : 'off', start };
	const names = Object.keys(choices) as (keyof Choices)[];
	const chosen = names.filter((name) => said[name] !== choices[name][0]);
	return [
		...(layers?.length ? [`layers=${layers.map(encodeURIComponent).join(',')}`] : []),
		...chosen.map((name) => `${name}=${said[name]}`)
	].join('&');
}

function describe(name: keyof Choices): Description {
	return { name, values: choices[name], standard: choices[name][0] };
}

function choose<Name extends keyof Choices>(query: URLSearchParams, name: Name): Choices[Name][number] {
	const said = onlyOne(query, name);
	const values: readonly Choices[Name][number][] = choices[name];
	return values.find((value) => value === said) ?? choices[name][0];
}

function onlyOne(query: URLSearchParams, name: string): string | undefined {
	const said = query.getAll(name);
	return said.length === 1 ? said[0] : undefined;
}
