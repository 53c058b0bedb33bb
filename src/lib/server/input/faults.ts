/** Faults: what is wrong in the files of a story. Each becomes a sentence that says how to mend it. */

/** One fault. `thing`, `fault`, `found` and `mend` become one sentence, see `sentence`. */
export interface Fault {
	/** The file, with its line if it is known: `article/passages.yaml:12`. */
	file: string;
	/** What in the file is at fault: `passage "denied"`, `features[3].id (id "syria")`. */
	thing: string;
	/** A predicate of `thing`: `is not in the article`. */
	fault: string;
	/** The value that is wrong. Undefined leaves it out of the sentence. */
	found?: unknown;
	/** An instruction to the editor. */
	mend: string;
}

/** A fault without its file and thing: the caller of the check adds them. */
export type Finding = Pick<Fault, 'fault' | 'found' | 'mend'>;

/** The result of a check: the value as far as it could be made, and all faults found. */
export interface Checked<Value> {
	value: Value;
	faults: Fault[];
}

/** Lengths in UTF-16 code units, before invisible characters are escaped. */
const MAX_VALUE_LENGTH = 160;
const MAX_PART_LENGTH = 600;
const MAX_SENTENCES = 200;

const truncate = (text: string, length: number): string =>
	text.length > length ? `${text.slice(0, length)}…` : text;

/** Escaped, because they are often the fault, and control characters can change the output of a terminal. */
const INVISIBLE = /[^\P{C}\t\n]|\p{Default_Ignorable_Code_Point}/gu;
const escapeInvisible = (text: string): string =>
	text.replace(INVISIBLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);

function formatValue(value: unknown): string {
	const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
	return truncate(text, MAX_VALUE_LENGTH);
}

/** The fault as one line of text: `<file>: <thing> <fault>. Found: <value>. <mend>` */
export function sentence({ file, thing, fault, found, mend }: Fault): string {
	const value = found === undefined ? '' : ` Found: ${formatValue(found)}.`;
	const [what, why, how] = [thing, fault, mend].map((part) => truncate(part, MAX_PART_LENGTH));
	return escapeInvisible(`${file}: ${what} ${why}.${value} ${how}`);
}

/** Thrown once, at the end of a compilation, with all faults. Its message lists at most 200 of them. */
export class StoryError extends Error {
	override name = 'StoryError';
	readonly #faults: Fault[];

	constructor(faults: Fault[]) {
		const count = faults.length === 1 ? 'There is 1 fault' : `There are ${faults.length} faults`;
		const lines = faults.slice(0, MAX_SENTENCES).map((fault) => `- ${sentence(fault)}`);
		const omitted = faults.length - lines.length;
		if (omitted > 0) lines.push(`… and ${omitted} more, to be told when these are mended.`);
		super(`${count} in the story, so nothing was built.\n${lines.join('\n')}`);
		this.#faults = faults;
		// The fault is in the story's files, not in this program, so a stack trace would only hide the sentences.
		this.stack = this.message;
	}

	get faults(): Fault[] {
		return this.#faults;
	}
}
