/**
 * The query parameters of /embed/. Text of the URL is never passed on: every value that this file returns is one of its
 * own constants or a layer id of the story. So a URL cannot put text into the page.
 */
export interface Parameters {
	/** Ids of the layers that are shown, in the story's order; undefined for all. An empty list is not possible. */
	layers: string[] | undefined;
	/** Whether the republisher's comments are shown. */
	comments: boolean;
	theme: (typeof choices)['theme'][number];
	/** Whether the list of all passages is shown beside or below the map. */
	list: boolean;
	start: (typeof choices)['start'][number];
}

/** One parameter, for the documentation in the page. `values` is empty if they are ids of the story. */
export interface Description {
	name: keyof Parameters;
	values: readonly string[];
	standard: string;
}

/** The first value of each is the default. */
const choices = {
	comments: ['off', 'on'],
	theme: ['auto', 'light', 'dark'],
	list: ['on', 'off'],
	start: ['auto', 'live', 'click']
} as const;
type Choices = typeof choices;

/** UTF-16 code units of the parameter `layers`. */
const MAX_LENGTH = 1000;

export const descriptions: readonly Description[] = [
	{ name: 'layers', values: [], standard: 'all' },
	describe('comments'),
	describe('theme'),
	describe('list'),
	describe('start')
];

export const defaults: Readonly<Parameters> = readParameters('', []);

/**
 * Never throws. A parameter that is repeated, too long or has an unknown value gets its default; others are ignored.
 */
export function readParameters(search: string, layerIds: readonly string[]): Parameters {
	const query = new URLSearchParams(search);
	const list = onlyValue(query, 'layers') ?? '';
	const listed = new Set(list.length > MAX_LENGTH ? [] : list.split(','));
	const layers = layerIds.filter((id) => listed.has(id));
	return {
		layers: layers.length > 0 ? layers : undefined,
		comments: choose(query, 'comments') === 'on',
		theme: choose(query, 'theme'),
		list: choose(query, 'list') === 'on',
		start: choose(query, 'start')
	};
}

/** The query without its `?`, in a fixed order; parameters that have their default are left out. */
export function writeParameters({ layers, comments, theme, list, start }: Readonly<Parameters>): string {
	const values = { comments: comments ? 'on' : 'off', theme, list: list ? 'on' : 'off', start };
	const names = Object.keys(choices) as (keyof Choices)[];
	const changed = names.filter((name) => values[name] !== choices[name][0]);
	return [
		...(layers?.length ? [`layers=${layers.map(encodeURIComponent).join(',')}`] : []),
		...changed.map((name) => `${name}=${values[name]}`)
	].join('&');
}

function describe(name: keyof Choices): Description {
	return { name, values: choices[name], standard: choices[name][0] };
}

function choose<Name extends keyof Choices>(query: URLSearchParams, name: Name): Choices[Name][number] {
	const given = onlyValue(query, name);
	const values: readonly Choices[Name][number][] = choices[name];
	return values.find((value) => value === given) ?? choices[name][0];
}

/** The value of a parameter that is given exactly once. */
function onlyValue(query: URLSearchParams, name: string): string | undefined {
	const values = query.getAll(name);
	return values.length === 1 ? values[0] : undefined;
}
