/** What JSON.parse does not tell of a text: on which line it breaks, and which keys an object has twice. */
import { getIssues } from '@placemarkio/check-geojson';

export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** The same for many offsets of one text, which may be long. */
export function linesOf(text: string): (offset: number) => number {
	const breaks = [...text.matchAll(/\n/g)].map(({ index }) => index);
	return (offset) => {
		let [low, high] = [0, breaks.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((breaks[middle] ?? 0) < offset) low = middle + 1;
			else high = middle;
		}
		return low + 1;
	};
}

/** Why a text is no JSON, and on which line; undefined when it is. */
export function breakOf(text: string): { reason: string; line: number } | undefined {
	try {
		JSON.parse(text);
		return undefined;
	} catch (error) {
		const { message } = error as SyntaxError;
		// JSON.parse does not always say where, nor does check-geojson; neither does at an unexpected end.
		const [, position] = /at position (\d+)/.exec(message) ?? [];
		const [, line] = /\((\d+):\d+\)$/.exec(getIssues(text)[0]?.message ?? '') ?? [];
		return {
			reason: message.replace(/(, (\.\.\.)?".*)? (in|is not valid) JSON\b.*$/s, ''),
			line: position || !line ? lineAt(text, Number(position ?? text.trimEnd().length)) : Number(line)
		};
	}
}

/** How deep arrays and objects of a text that is JSON lie in one another. */
export function depthOf(text: string): number {
	let [depth, deepest, inString] = [0, 0, false];
	for (let at = 0; at < text.length; at++) {
		const character = text[at];
		if (inString && character === '\\') at++;
		else if (character === '"') inString = !inString;
		else if (inString) continue;
		else if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth);
		else if (character === ']' || character === '}') depth--;
	}
	return deepest;
}

const TOKENS = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}]/g;

/** Every key of a text that is JSON, and whether its object has it already. */
export function keysOf(text: string): { key: string; offset: number; again: boolean }[] {
	const objects: Set<string>[] = [];
	return [...text.matchAll(TOKENS)].flatMap(({ 0: token, 1: string, 2: colon, index }) => {
		if (token === '{') objects.push(new Set());
		if (token === '}') objects.pop();
		if (!string || !colon) return [];
		const key = JSON.parse(string) as string;
		const again = objects.at(-1)?.has(key) ?? false;
		objects.at(-1)?.add(key);
		return [{ key, offset: index, again }];
	});
}
