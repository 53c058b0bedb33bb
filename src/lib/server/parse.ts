/** Text of a file to checked data, or its faults in sentences with the line they stand on. */
import { check, HintError } from '@placemarkio/check-geojson';
import { LineCounter, parseDocument, type Node } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './faults';

type Path = readonly PropertyKey[];

function lineAt(text: string, offset: number): number {
	return text.slice(0, offset).split('\n').length;
}

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
	const result = schema.safeParse(data);
	if (result.success) return result.data;
	for (const issue of result.error.issues) {
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

/** YAML 1.2; duplicate keys are faults. */
export function parseYaml<Schema extends z.ZodType>(
	file: string,
	text: string,
	schema: Schema,
	faults: Fault[]
): z.infer<Schema> | undefined {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines });
	if (document.errors.length > 0) {
		for (const error of document.errors) {
			faults.push({
				file: `${file}:${lines.linePos(error.pos[0]).line}`,
				thing: 'the file',
				fault: `is not valid YAML: ${error.message.split(' at line ')[0]}`,
				found: text.slice(...error.pos).split('\n')[0],
				mend: 'Mind indentation, and quote what holds ": " or begins with a quotation mark.'
			});
		}
		return undefined;
	}
	const data: unknown = document.toJS();
	const fileAt = (path: Path): string => {
		const node = (document.getIn(path, true) ?? document.getIn(path.slice(0, -1), true)) as Node | undefined;
		return node?.range ? `${file}:${lines.linePos(node.range[0]).line}` : file;
	};
	return checked(schema, data, fileAt, faults);
}

/** RFC 7946, structure and positions; then our own members. */
export function parseGeojson<Schema extends z.ZodType>(
	file: string,
	text: string,
	schema: Schema,
	faults: Fault[]
): z.infer<Schema> | undefined {
	try {
		return checked(schema, check(text), () => file, faults);
	} catch (error) {
		if (!(error instanceof HintError)) throw error;
		for (const issue of error.issues) {
			faults.push({
				file: `${file}:${lineAt(text, issue.from)}`,
				thing: 'the file',
				fault: `is not valid GeoJSON (RFC 7946): ${issue.message.replace(/\.$/, '')}`,
				found: text.slice(issue.from, issue.to),
				mend: 'Mend it there; every other file was checked as well.'
			});
		}
		return undefined;
	}
}
