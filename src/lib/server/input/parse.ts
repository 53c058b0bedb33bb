/** Parses the text of a file and checks it against a schema. Each fault names the line if it is known. */
import { getIssues } from '@placemarkio/check-geojson';
import { isScalar, LineCounter, parseDocument, visit, type Node, type YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { checkSchema, type Path } from './check-schema';
import type { Checked, Fault } from './faults';
import { depthOf, keysOf, lineFinder, syntaxErrorOf } from './json';
import type { StoryFile } from './read';
import { MAX_PLACES } from './fields';

/** A record of Zod drops this key without an issue, so it is looked for before. */
const RESERVED_KEY = '__proto__';
const RESERVED_KEY_FAULT = 'has a key that JavaScript keeps for itself';

/** A layer of MultiPolygons has 8 levels. Thousands would overflow the stack of the checks that recurse. */
const MAX_DEPTH = 32;

const yamlReason = ({ message }: Error): string =>
	/call stack/.test(message) ? 'it is nested too deeply' : (message.split(' at line ')[0] ?? '');

/**
 * YAML 1.2. A duplicate key is a fault, and so is the key `__proto__`.
 * The value is undefined if the file could not be read, is not valid YAML or does not fit its schema.
 */
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
	if (document.errors.length > 0)
		return { value: undefined, faults: syntaxFaults(document.errors, text, faultAt) };
	const faults: Fault[] = [];
	visit(document, {
		Pair: (_index, { key }) => {
			if (isScalar(key) && key.value === RESERVED_KEY)
				faults.push(faultAt(key.range?.[0] ?? 0, RESERVED_KEY_FAULT, RESERVED_KEY, 'Remove it.'));
		}
	});
	let data: unknown;
	try {
		data = document.toJS();
	} catch (error) {
		// An alias without an anchor, or nested aliases that would expand to a huge value.
		const fault = `is not valid YAML: ${yamlReason(error as Error)}`;
		faults.push({ file, thing: 'the file', fault, mend: 'Write out what is meant.' });
		return { value: undefined, faults };
	}
	const fileAt = (path: Path): string => {
		const node = (document.getIn(path, true) ?? document.getIn(path.slice(0, -1), true)) as Node | undefined;
		return node?.range ? `${file}:${lines.linePos(node.range[0]).line}` : file;
	};
	const { value, faults: schemaFaults } = checkSchema(schema, data, fileAt);
	return { value, faults: [...faults, ...schemaFaults] };
}

function syntaxFaults(
	errors: YAMLParseError[],
	text: string,
	faultAt: (offset: number, fault: string, found: string | undefined, mend: string) => Fault
): Fault[] {
	const mend = 'Mind indentation, and quote what holds ": " or begins with a quotation mark.';
	return errors.map((error) =>
		faultAt(
			error.pos[0],
			`is not valid YAML: ${yamlReason(error)}`,
			text.slice(...error.pos).split('\n')[0],
			mend
		)
	);
}

/**
 * GeoJSON: structure and positions as RFC 7946 says, then the schema. A duplicate key is a fault, and so is
 * `__proto__`. The value is undefined if the file could not be read, is not valid GeoJSON or does not fit its
 * schema.
 */
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
	const unreadable = checkReadable(text, faultAt);
	if (unreadable) return { value: undefined, faults: [unreadable] };
	const lineOf = lineFinder(text);
	const keyFaults = [...keysOf(text)].flatMap(({ key, offset, isDuplicate }) => [
		...(isDuplicate
			? [faultAt(lineOf(offset), 'has a key twice in one object', key, 'Keep one of the two.')]
			: []),
		...(key === RESERVED_KEY ? [faultAt(lineOf(offset), RESERVED_KEY_FAULT, key, 'Remove it.')] : [])
	]);
	const issueFaults = getIssues(text)
		// Duplicate keys are in `keyFaults`. "Invalid JSON" here means data that check-geojson cannot handle: Zod
		// reports it.
		.filter(({ message }) => !/^(Duplicate|Invalid JSON)/.test(message))
		.map(({ message, from, to }) =>
			faultAt(
				lineOf(from),
				`is not valid GeoJSON (RFC 7946): ${message.replace(/\.$/, '')}`,
				text.slice(from, to),
				'Mend it there; every other file was checked as well.'
			)
		);
	if (issueFaults.length > 0) return { value: undefined, faults: [...keyFaults, ...issueFaults] };
	const data: unknown = JSON.parse(text, (key, value: unknown) => (key === RESERVED_KEY ? undefined : value));
	const { value, faults } = checkSchema(schema, data, () => file);
	return { value, faults: [...keyFaults, ...faults] };
}

/** A fault after which no other check is made: the other checks would throw, or take seconds. */
function checkReadable(
	text: string,
	faultAt: (line: number, fault: string, found: string | undefined, mend: string) => Fault
): Fault | undefined {
	const syntaxError = syntaxErrorOf(text);
	if (syntaxError) {
		const found = text.split('\n')[syntaxError.line - 1]?.trim() || undefined;
		const fault = `is not valid JSON: ${syntaxError.reason}`;
		return faultAt(syntaxError.line, fault, found, 'Mend it there, or just before.');
	}
	const depth = depthOf(text);
	if (depth > MAX_DEPTH) {
		const fault = `is nested ${depth} deep, more than ${MAX_DEPTH}`;
		return faultAt(1, fault, undefined, 'Remove what no schema asks for.');
	}
	const { features } = (JSON.parse(text) ?? {}) as { features?: unknown };
	if (Array.isArray(features) && features.length > MAX_PLACES) {
		const fault = `has ${features.length} features, more than ${MAX_PLACES}`;
		return faultAt(1, fault, undefined, 'Leave out places that no passage speaks of.');
	}
	return undefined;
}
