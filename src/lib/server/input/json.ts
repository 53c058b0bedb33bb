/** Facts about JSON text that JSON.parse does not give: line of an error, duplicate keys, depth of nesting. */
import { getIssues } from '@placemarkio/check-geojson';

/** The line (from 1) of an offset in UTF-16 code units. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** The same as `lineAt`, for many offsets: the text is read once, and each look-up is a binary search. */
export function lineFinder(text: string): (offset: number) => number {
	const lineBreaks = [...text.matchAll(/\n/g)].map(({ index }) => index);
	return (offset) => {
		let [low, high] = [0, lineBreaks.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((lineBreaks[middle] ?? 0) < offset) low = middle + 1;
			else high = middle;
		}
		return low + 1;
	};
}

/** The reason and the line (from 1) of the first syntax error; undefined if the text is valid JSON. */
export function syntaxErrorOf(text: string): { reason: string; line: number } | undefined {
	try {
		JSON.parse(text);
		return undefined;
	} catch (error) {
		const { message } = error as SyntaxError;
		// JSON.parse and check-geojson each give the position of some errors only. Neither gives it if the text
		// ends too early.
		const [, offset] = /at position (\d+)/.exec(message) ?? [];
		const [, line] = /\((\d+):\d+\)$/.exec(getIssues(text)[0]?.message ?? '') ?? [];
		return {
			reason: message.replace(/(, (\.\.\.)?".*)? (in|is not valid) JSON\b.*$/s, ''),
			line: offset || !line ? lineAt(text, Number(offset ?? text.trimEnd().length)) : Number(line)
		};
	}
}

/** How many levels of arrays and objects are nested in valid JSON text: `[[1]]` has 2. */
export function depthOf(text: string): number {
	let [depth, deepest, inString] = [0, 0, false];
	for (let offset = 0; offset < text.length; offset++) {
		const character = text[offset];
		if (inString && character === '\\') offset++;
		else if (character === '"') inString = !inString;
		else if (inString) continue;
		else if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth);
		else if (character === ']' || character === '}') depth--;
	}
	return deepest;
}

const TOKENS = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}]/g;

/** Every key of valid JSON text, unescaped, with its offset in UTF-16 code units. */
export function keysOf(text: string): { key: string; offset: number; isDuplicate: boolean }[] {
	const openObjects: Set<string>[] = [];
	return [...text.matchAll(TOKENS)].flatMap(({ 0: token, 1: string, 2: colon, index }) => {
		if (token === '{') openObjects.push(new Set());
		if (token === '}') openObjects.pop();
		if (!string || !colon) return [];
		const key = JSON.parse(string) as string;
		const isDuplicate = openObjects.at(-1)?.has(key) ?? false;
		openObjects.at(-1)?.add(key);
		return [{ key, offset: index, isDuplicate }];
	});
}
