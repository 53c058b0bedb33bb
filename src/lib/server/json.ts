/** What JSON.parse does not tell of a text: on which line it breaks, and which keys an object has twice. */
import { getIssues } from '@placemarkio/check-geojson';

export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

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
