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

/** Tells a fault of a thing that is known already. */
export type Report = (fault: string, found: unknown, mend: string) => void;

const LONGEST_VALUE = 160;

function shown(value: unknown): string {
	const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
	return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

export function sentence({ file, thing, fault, found, mend }: Fault): string {
	const value = found === undefined ? '' : ` Found: ${shown(found)}.`;
	return `${file}: ${thing} ${fault}.${value} ${mend}`;
}

/** Thrown once, at the end of compile, with all that was found wrong. */
export class StoryError extends Error {
	override name = 'StoryError';
	readonly #faults: Fault[];

	constructor(faults: Fault[]) {
		const count = faults.length === 1 ? 'There is 1 fault' : `There are ${faults.length} faults`;
		super(
			`${count} in the story, so nothing was built.\n${faults.map((fault) => `- ${sentence(fault)}`).join('\n')}`
		);
		this.#faults = faults;
		// An editor mends files, not this program: its stack would only bury the sentences.
		this.stack = this.message;
	}

	get faults(): Fault[] {
		return this.#faults;
	}
}
