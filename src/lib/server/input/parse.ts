/** Text of a file to checked data, or its faults in sentences with the line they stand on. */
import { getIssues } from '@placemarkio/check-geojson';
import { isScalar, LineCounter, parseDocument, visit, type Node } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './faults';
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
	fileAt: (path: Path) => string,
	faults: Fault[]
): z.infer<Schema> | undefined {
	if (data === null) {
		const mend = 'Write it; the files in static/schema say what it holds.';
		faults.push({ file: fileAt([]), thing: 'the file', fault: 'is empty', mend });
		return undefined;
	}
	const result = schema.safeParse(data);
	if (result.success) return result.data;
	let before = '';
	for (const issue of result.error.issues) {
		// Two rules may say the same of one value.
		const same = `${issue.path.join('.')} ${issue.message}`;
		if (same === before) continue;
		before = same;
		const found = valueAt(issue.path, data);
		const fault = { file: fileAt(issue.path), thing: named(issue.path, data) };
		if (issue.code === 'unrecognized_keys') {
			const keys = issue.keys.map((key) => `"${key}"`).join(', ');
			faults.push({
				...fault,
				fault: `has what the schema does not know: ${keys}`,
				mend: 'Correct the spelling, or remove it.'
			});
		} else if (found === undefined) {
			faults.push({
				...fault,
				fault: 'is missing',
				mend: 'Add it; the files in static/schema say what it is.'
			});
		} else {
			const message = issue.message.replace(/^Invalid input: /, '').replace(/^Invalid /, 'is not a valid ');
			faults.push({
				...fault,
				fault: message.startsWith('is ') ? message : `is not right: ${message}`,
				found,
				mend: 'Change it to what the files in static/schema describe.'
			});
		}
	}
	return undefined;
}

const reasonOf = ({ message }: Error): string =>
	/call stack/.test(message) ? 'it is nested too deeply' : (message.split(' at line ')[0] ?? '');

/** YAML 1.2; duplicate keys are faults. */
export function parseYaml<Schema extends z.ZodType>(
	{ file, text }: StoryFile,
	schema: Schema,
	faults: Fault[]
): z.infer<Schema> | undefined {
	if (text === undefined) return undefined;
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines });
	if (document.errors.length > 0) {
		for (const error of document.errors) {
			faults.push({
				file: `${file}:${lines.linePos(error.pos[0]).line}`,
				thing: 'the file',
				fault: `is not valid YAML: ${reasonOf(error)}`,
				found: text.slice(...error.pos).split('\n')[0],
				mend: 'Mind indentation, and quote what holds ": " or begins with a quotation mark.'
			});
		}
		return undefined;
	}
	visit(document, {
		Pair: (_at, { key }) => {
			if (!isScalar(key) || key.value !== RESERVED_KEY) return;
			const line = lines.linePos(key.range?.[0] ?? 0).line;
			faults.push({
				file: `${file}:${line}`,
				thing: 'the file',
				fault: KEPT_KEY,
				found: key.value,
				mend: 'Remove it.'
			});
		}
	});
	let data: unknown;
	try {
		data = document.toJS();
	} catch (error) {
		// An alias to nothing, or aliases of aliases that would fill the memory.
		const fault = `is not valid YAML: ${reasonOf(error as Error)}`;
		faults.push({ file, thing: 'the file', fault, mend: 'Write out what is meant.' });
		return undefined;
	}
	const fileAt = (path: Path): string => {
		const node = (document.getIn(path, true) ?? document.getIn(path.slice(0, -1), true)) as Node | undefined;
		return node?.range ? `${file}:${lines.linePos(node.range[0]).line}` : file;
	};
	return checked(schema, data, fileAt, faults);
}

/** RFC 7946, structure and positions; then our own members. */
export function parseGeojson<Schema extends z.ZodType>(
	{ file, text }: StoryFile,
	schema: Schema,
	faults: Fault[]
): z.infer<Schema> | undefined {
	if (text === undefined) return undefined;
	const report = (line: number, fault: string, found: string | undefined, mend: string): void => {
		faults.push({ file: `${file}:${line}`, thing: 'the file', fault, found, mend });
	};

	const broken = breakOf(text);
	if (broken) {
		const found = text.split('\n')[broken.line - 1]?.trim() || undefined;
		report(broken.line, `is not valid JSON: ${broken.reason}`, found, 'Mend it there, or just before.');
		return undefined;
	}
	const lineOf = linesOf(text);
	const depth = depthOf(text);
	if (depth > DEEPEST) {
		report(1, `is nested ${depth} deep, more than ${DEEPEST}`, undefined, 'Remove what no schema asks for.');
		return undefined;
	}
	// What follows takes seconds where there are far too many.
	const { features } = (JSON.parse(text) ?? {}) as { features?: unknown };
	if (Array.isArray(features) && features.length > MOST_PLACES) {
		const fault = `has ${features.length} features, more than ${MOST_PLACES}`;
		report(1, fault, undefined, 'Leave out places that no passage speaks of.');
		return undefined;
	}
	for (const { key, offset, again } of keysOf(text)) {
		if (again) report(lineOf(offset), 'has a key twice in one object', key, 'Keep one of the two.');
		if (key === RESERVED_KEY) report(lineOf(offset), KEPT_KEY, key, 'Remove it.');
	}
	// Keys given twice are told; what check-geojson calls invalid JSON is what it cannot cope with, which Zod tells.
	const issues = getIssues(text).filter(({ message }) => !/^(Duplicate|Invalid JSON)/.test(message));
	for (const { message, from, to } of issues) {
		const fault = `is not valid GeoJSON (RFC 7946): ${message.replace(/\.$/, '')}`;
		const mend = 'Mend it there; every other file was checked as well.';
		report(lineOf(from), fault, text.slice(from, to), mend);
	}
	if (issues.length > 0) return undefined;
	const data: unknown = JSON.parse(text, (key, value: unknown) => (key === RESERVED_KEY ? undefined : value));
	return checked(schema, data, () => file, faults);
}
