/** Every fault of a story is collected and told at once: file, thing, fault, value found, how to mend it. */
export interface Fault {
	/** The file, with its line where one is known: `article/passages.yaml:12`. */
	file: string;
	/** What in the file is at fault: `passage "denied"`, `feature "syria", coordinates`. */
	thing: string;
	fault: string;
	found?: unknown;
	mend: string;
}

/** A fault of a thing that the caller knows. */
export type Finding = Pick<Fault, 'fault' | 'found' | 'mend'>;

/** What a check gives: the value as far as it could be made, and every fault that was found on the way. */
export interface Checked<Value> {
	value: Value;
	faults: Fault[];
}

const LONGEST_VALUE = 160;
const LONGEST_PART = 600;
const MOST_SENTENCES = 200;

const cut = (text: string, length: number): string =>
	text.length > length ? `${text.slice(0, length)}…` : text;

/** What cannot be seen is often what is wrong; on a terminal it could also change how the rest is read. */
const UNSEEN = /[^\P{C}\t\n]|\p{Default_Ignorable_Code_Point}/gu;
const seen = (text: string): string =>
	text.replace(UNSEEN, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);

function shown(value: unknown): string {
	const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
	return cut(text, LONGEST_VALUE);
}

export function sentence({ file, thing, fault, found, mend }: Fault): string {
	const value = found === undefined ? '' : ` Found: ${shown(found)}.`;
	const [what, why, how] = [thing, fault, mend].map((part) => cut(part, LONGEST_PART));
	return seen(`${file}: ${what} ${why}.${value} ${how}`);
}

/** Thrown once, at the end of compile, with all that was found wrong. */
export class StoryError extends Error {
	override name = 'StoryError';
	readonly #faults: Fault[];

	constructor(faults: Fault[]) {
		const count = faults.length === 1 ? 'There is 1 fault' : `There are ${faults.length} faults`;
		const told = faults.slice(0, MOST_SENTENCES).map((fault) => `- ${sentence(fault)}`);
		const untold = faults.length - told.length;
		if (untold > 0) told.push(`… and ${untold} more, to be told when these are mended.`);
		super(`${count} in the story, so nothing was built.\n${told.join('\n')}`);
		this.#faults = faults;
		// An editor mends files, not this program: its stack would only bury the sentences.
		this.stack = this.message;
	}

	get faults(): Fault[] {
		return this.#faults;
	}
}
