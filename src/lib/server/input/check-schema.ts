/** Checks parsed data against a schema, and makes faults of the issues that Zod finds. */
import type { z } from 'zod';
import type { Checked, Fault } from './faults';

/** The keys and indexes from the root of the data to a value. */
export type Path = readonly PropertyKey[];

/** The path of a value and the last id on it, as faults name it: `passages[3].speaker (id "denied")`. */
function describePath(path: Path, data: unknown): string {
	let value: unknown = data;
	let id: unknown;
	const steps = path.map((step) => {
		value = (value as Record<PropertyKey, unknown> | null | undefined)?.[step];
		if (typeof step === 'number') id = (value as { id?: unknown } | null | undefined)?.id;
		return typeof step === 'number' ? `[${step}]` : `.${String(step)}`;
	});
	const described = steps.join('').replace(/^\./, '');
	return (described || 'the file') + (typeof id === 'string' ? ` (id "${id}")` : '');
}

function valueAt(path: Path, data: unknown): unknown {
	return path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | null)?.[step], data);
}

/**
 * Checks data against its schema; each issue of Zod becomes one fault.
 * @param fileAt the file, with the line of the value at a path if it is known
 */
export function checkSchema<Schema extends z.ZodType>(
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
	const pathAndMessage = ({ path, message }: z.core.$ZodIssue): string => `${path.join('.')} ${message}`;
	// Two rules of a schema can give the same message for one value.
	const issues = result.error.issues.filter(
		(issue, index, all) =>
			index === 0 || pathAndMessage(issue) !== pathAndMessage(all[index - 1] as z.core.$ZodIssue)
	);
	return { value: undefined, faults: issues.map((issue) => faultOf(issue, data, fileAt)) };
}

function faultOf(issue: z.core.$ZodIssue, data: unknown, fileAt: (path: Path) => string): Fault {
	const found = valueAt(issue.path, data);
	const subject = { file: fileAt(issue.path), thing: describePath(issue.path, data) };
	if (issue.code === 'unrecognized_keys') {
		const keys = issue.keys.map((key) => `"${key}"`).join(', ');
		return {
			...subject,
			fault: `has what the schema does not know: ${keys}`,
			mend: 'Correct the spelling, or remove it.'
		};
	}
	if (found === undefined)
		return { ...subject, fault: 'is missing', mend: 'Add it; the files in static/schema say what it is.' };
	const message = issue.message.replace(/^Invalid input: /, '').replace(/^Invalid /, 'is not a valid ');
	return {
		...subject,
		fault: message.startsWith('is ') ? message : `is not right: ${message}`,
		found,
		mend:
			issue.code === 'custom' && typeof issue.params?.['mend'] === 'string'
				? issue.params['mend']
				: 'Change it to what the files in static/schema describe.'
	};
}
