/** Text of a file to checked data, or its faults in sentences with the line they stand on. */
import { getIssues } from '@placemarkio/check-geojson';
import { isScalar, LineCounter, parseDocument, visit, type Node } from 'yaml';
import type { z } from 'zod';
import type { Checked, Fault } from './faults';
import { breakOf, depthOf, keysOf, linesOf } from './json';
import type { StoryFile } from './read';
import { MOST_PLACES } from './schema';

type Path = readonly PropertyKey[];

/** Where any key may stand, Zod drops this one. */
const RESERVED_KEY = '__proto__';
const KEPT_KEY = 'has a key that JavaScript keeps for itself';

/** GeoJSON needs 11 levels at most; what follows the text into its depth would end in a crash. */
const DEEPEST = 32;

/** `passages[3].speaker`, and the `id` of the item where it has one. */
function named(path: Path, data: unknown): string {
	let value: unknown = data;
	let id: unknown;
	const steps = path.map((step) => {
		value = (value as Record<PropertyKey, unknown> | null | undefined)?.[step];
		if (typeof step === 'number') id = (value as { id?: unknown } | null | undefined)?.id;
		return typeof step === 'number' ? `[${step}]` : `.${String(step)}`;
	});
	const place = steps.join('').replace(/^\./, '');
	return (place || 'the file') + (typeof id === 'string' ? ` (id "${id}")` : '');
}

function valueAt(path: Path, data: unknown): unknown {
	return path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | null)?.[step], data);
}

/** Checks parsed data against its schema; each issue of Zod becomes one sentence. */
function checked<Schema extends z.ZodType>(
	schema: Schema,
	data: unknown,
	fileAt: (path: Path) => string
): Checked<z.infer<Schema> | undefined> {
	if (data === null) {
		const mend = 'Write it; the files in static/schema say what it holds.';
		return { value: undefined, faults: [{ file: fileAt([]), thing: 'the file', fault: 'is empty', mend }] };
	}
	const result = schema.safeParse(data);
	if (result.success) return { value: result.data, faults: [] };
	const same = ({ path, message }: z.core.$ZodIssue): string => `${path.join('.')} ${message}`;
	// Two rules may say the same of one value.
	const issues = result.error.issues.filter(
		(issue, index, all) => index === 0 || same(issue) !== same(all[index - 1] as z.core.$ZodIssue)
	);
	return { value: undefined, faults: issues.map((issue) => faultOf(issue, data, fileAt)) };
}

function faultOf(issue: z.core.$ZodIssue, data: unknown, fileAt: (path: Path) => string): Fault {
	const found = valueAt(issue.path, data);
	const at = { file: fileAt(issue.path), thing: named(issue.path, data) };
	if (issue.code === 'unrecognized_keys') {
		const keys = issue.keys.map((key) => `"${key}"`).join(', ');
		return {
			...at,
			fault: `has what the schema does not know: ${keys}`,
			mend: 'Correct the spelling, or remove it.'
		};
	}
	if (found === undefined)
		return { ...at, fault: 'is missing', mend: 'Add it; the files in static/schema say what it is.' };
	const message = issue.message.replace(/^Invalid input: /, '').replace(/^Invalid /, 'is not a valid ');
	return {
		...at,
		fault: message.startsWith('is ') ? message : `is not right: ${message}`,
		found,
		mend: 'Change it to what the files in static/schema describe.'
	};
}

const reasonOf = ({ message }: Error): string =>
	/call stack/.test(message) ? 'it is nested too deeply' : (message.split(' at line ')[0] ?? '');

/** YAML 1.2; duplicate keys are faults. */
export function parseYaml<Schema extends z.ZodType>(
	{ file, text }: StoryFile,
	schema: Schema
): Checked<z.infer<Schema> | undefined> {
	if (text === undefined) return { value: undefined, faults: [] };
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines });
	const faultAt = (offset: number, fault: string, found: string | undefined, mend: string): Fault => ({
		file: `${file}:${lines.linePos(offset).line}`,
		thing: 'the file',
		fault,
		found,
		mend
	});
	if (document.errors.length > 0) {
		const mend = 'Mind indentation, and quote what holds ": " or begins with a quotation mark.';
		const faults = document.errors.map((error) =>
			faultAt(
				error.pos[0],
				`is not valid YAML: ${reasonOf(error)}`,
				text.slice(...error.pos).split('\n')[0],
				mend
			)
		);
		return { value: undefined, faults };
	}
	const faults: Fault[] = [];
	visit(document, {
		Pair: (_at, { key }) => {
			if (isScalar(key) && key.value === RESERVED_KEY)
				faults.push(faultAt(key.range?.[0] ?? 0, KEPT_KEY, RESERVED_KEY, 'Remove it.'));
		}
	});
	let data: unknown;
	try {
		data = document.toJS();
	} catch (error) {
		// An alias to nothing, or aliases of aliases that would fill the memory.
		const fault = `is not valid YAML: ${reasonOf(error as Error)}`;
		faults.push({ file, thing: 'the file', fault, mend: 'Write out what is meant.' });
		return { value: undefined, faults };
	}
	const fileAt = (path: Path): string => {
		const node = (document.getIn(path, true) ?? document.getIn(path.slice(0, -1), true)) as Node | undefined;
		return node?.range ? `${file}:${lines.linePos(node.range[0]).line}` : file;
	};
	const { value, faults: others } = checked(schema, data, fileAt);
	return { value, faults: [...faults, ...others] };
}

/** RFC 7946, structure and positions; then our own members. */
export function parseGeojson<Schema extends z.ZodType>(
	{ file, text }: StoryFile,
	schema: Schema
): Checked<z.infer<Schema> | undefined> {
	if (text === undefined) return { value: undefined, faults: [] };
	const faultAt = (line: number, fault: string, found: string | undefined, mend: string): Fault => ({
		file: `${file}:${line}`,
		thing: 'the file',
		fault,
		found,
		mend
	});
	const unreadable = unreadableJson(text, faultAt);
	if (unreadable) return { value: undefined, faults: [unreadable] };
	const lineOf = linesOf(text);
	const keys = [...keysOf(text)].flatMap(({ key, offset, again }) => [
		...(again ? [faultAt(lineOf(offset), 'has a key twice in one object', key, 'Keep one of the two.')] : []),
		...(key === RESERVED_KEY ? [faultAt(lineOf(offset), KEPT_KEY, key, 'Remove it.')] : [])
	]);
	// Keys given twice are told; what check-geojson calls invalid JSON is what it cannot cope with, which Zod tells.
	const issues = getIssues(text)
		.filter(({ message }) => !/^(Duplicate|Invalid JSON)/.test(message))
		.map(({ message, from, to }) =>
			faultAt(
				lineOf(from),
				`is not valid GeoJSON (RFC 7946): ${message.replace(/\.$/, '')}`,
				text.slice(from, to),
				'Mend it there; every other file was checked as well.'
			)
		);
	if (issues.length > 0) return { value: undefined, faults: [...keys, ...issues] };
	const data: unknown = JSON.parse(text, (key, value: unknown) => (key === RESERVED_KEY ? undefined : value));
	const { value, faults } = checked(schema, data, () => file);
	return { value, faults: [...keys, ...faults] };
}

/** What stops at once: the checks after it would crash on such a text, or take seconds. */
function unreadableJson(
	text: string,
	faultAt: (line: number, fault: string, found: string | undefined, mend: string) => Fault
): Fault | undefined {
	const broken = breakOf(text);
	if (broken) {
		const found = text.split('\n')[broken.line - 1]?.trim() || undefined;
		const fault = `is not valid JSON: ${broken.reason}`;
		return faultAt(broken.line, fault, found, 'Mend it there, or just before.');
	}
	const depth = depthOf(text);
	if (depth > DEEPEST) {
		const fault = `is nested ${depth} deep, more than ${DEEPEST}`;
		return faultAt(1, fault, undefined, 'Remove what no schema asks for.');
	}
	const { features } = (JSON.parse(text) ?? {}) as { features?: unknown };
	if (Array.isArray(features) && features.length > MOST_PLACES) {
		const fault = `has ${features.length} features, more than ${MOST_PLACES}`;
		return faultAt(1, fault, undefined, 'Leave out places that no passage speaks of.');
	}
	return undefined;
}
