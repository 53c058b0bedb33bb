/**
 * For host pages that want more than a frame. Each message is a plain object with these keys and no others.
 *
 * Host to frame:
 *   { type: 'border-passages', version: 1, do: 'select', id: '<place or passage>' }
 *   { type: 'border-passages', version: 1, do: 'clear' }
 *   { type: 'border-passages', version: 1, do: 'listen' }   asks to be told of selections, and of this one at once
 *
 * Frame to host, only after `listen`:
 *   { type: 'border-passages', version: 1, is: 'selection', id: '<place or passage>' }   without id: nothing is selected
 *
 * Commands have `do` and news has `is`, so that a host that sends back what it hears commands nothing.
 * Harmless by design, since any page may frame this one: nothing here navigates, carries words or reads anything but
 * which of the story's published ids is selected. What is not of this list gets no answer, not even an error.
 *
 * To be called before speakHeight: a host that hears `[iFrameResizerChild]Ready` knows that it can ask now.
 */
import { lineToHost, type Frame, type Teller } from './frame';

export interface Selecting {
	/** Whether the story has a place or a passage of that id; asked with any string. */
	has(id: string): boolean;
	/** Selects what the story has, or nothing. */
	select(id: string | undefined): void;
	/** Id of the place or passage that is selected: one of the story, not whatever the address says. */
	selected(): string | undefined;
}

type Command = { do: 'select'; id: string } | { do: 'clear' } | { do: 'listen' };

const signature = { type: 'border-passages', version: 1 } as const;

export function speakMessages(frame: Frame, { has, select, selected }: Selecting): Teller {
	let listening = false;
	let told: string | undefined;

	const line = lineToHost(frame, (data) => {
		const command = read(data);
		if (!command) return;
		if (command.do === 'listen') {
			listening = true;
			tell();
			return;
		}
		const id = command.do === 'select' ? command.id : undefined;
		// Selecting again would put the same step into the reader's history once more.
		if (id !== selected() && (id === undefined || has(id))) select(id);
	});

	const tell = () => {
		told = selected();
		line?.say({ ...signature, is: 'selection', ...(told === undefined ? {} : { id: told }) });
	};

	return {
		changed() {
			if (listening && told !== selected()) tell();
		},
		stop() {
			line?.close();
		}
	};
}

function read(data: unknown): Command | undefined {
	if (typeof data !== 'object' || data === null) return undefined;
	if (Object.getPrototypeOf(data) !== Object.prototype) return undefined;
	const { type, version, do: command, id } = data as Record<string, unknown>;
	if (type !== signature.type || version !== signature.version) return undefined;
	const keys = Object.keys(data).length;
	if (command === 'select') return keys === 4 && typeof id === 'string' ? { do: command, id } : undefined;
	if (command === 'clear' || command === 'listen') return keys === 3 ? { do: command } : undefined;
	return undefined;
}
