/**
 * Reads the query parameters of /embed/. Text of the URL is never passed on: every value that this file returns is a
 * constant of `model/parameters.ts` or a layer id of the story. So a URL cannot put text into the page.
 */
import { parameterValues, type Parameters } from '$lib/model/parameters';

type Values = typeof parameterValues;

/** UTF-16 code units of the parameter `layers`. */
const MAX_LENGTH = 1000;

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

function choose<Name extends keyof Values>(query: URLSearchParams, name: Name): Values[Name][number] {
	const given = onlyValue(query, name);
	const values: readonly Values[Name][number][] = parameterValues[name];
	return values.find((value) => value === given) ?? parameterValues[name][0];
}

/** The value of a parameter that is given exactly once. */
function onlyValue(query: URLSearchParams, name: string): string | undefined {
	const values = query.getAll(name);
	return values.length === 1 ? values[0] : undefined;
}
