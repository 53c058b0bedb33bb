/**
 * The messages that a host page and the embed exchange about the selection. Each is a plain object with exactly these
 * keys.
 *
 * Host to frame:
 *   { type: 'border-passages', version: 1, do: 'select', id: '<place or passage>' }
 *   { type: 'border-passages', version: 1, do: 'clear' }
 *   { type: 'border-passages', version: 1, do: 'listen' }   asks for the selection, now and whenever it changes
 *
 * Frame to host, only after `listen`:
 *   { type: 'border-passages', version: 1, is: 'selection', id: '<place or passage>' }   no `id`: nothing is selected
 *
 * Commands have `do` and reports have `is`, so a host that sends back what it receives gives no command. Any site may
 * frame the embed, so the messages can do no harm: they cannot navigate or insert text, and they reveal only which
 * published id is selected. Any other message is ignored, without an answer.
 */
import { connectToHost, type Frame, type Reporter } from './frame';

export interface SelectionAccess {
	/** Whether the story has a place or a passage with this id. It is called with any string. */
	has(id: string): boolean;
	/** Selects a place or passage of the story, or nothing. */
	select(id: string | undefined): void;
	/** Id of the selected place or passage of the story. */
	selected(): string | undefined;
}

type Command = { do: 'select'; id: string } | { do: 'clear' } | { do: 'listen' };

const signature = { type: 'border-passages', version: 1 } as const;

/**
 * Executes the commands of the host and reports the selection to it. To be called before `reportHeight`: a host may
 * take that function's first message, `[iFrameResizerChild]Ready`, as the sign that the embed receives commands.
 */
export function exchangeMessages(frame: Frame, { has, select, selected }: SelectionAccess): Reporter {
	let listening = false;
	let reported: string | undefined;

	const host = connectToHost(frame, (data) => {
		const command = parseCommand(data);
		if (!command) return;
		if (command.do === 'listen') {
			listening = true;
			report();
			return;
		}
		const id = command.do === 'select' ? command.id : undefined;
		// Selecting it again would add a second entry for it to the history.
		if (id !== selected() && (id === undefined || has(id))) select(id);
	});

	const report = () => {
		reported = selected();
		host?.send({ ...signature, is: 'selection', ...(reported === undefined ? {} : { id: reported }) });
	};

	return {
		changed() {
			if (listening && reported !== selected()) report();
		},
		stop() {
			host?.close();
		}
	};
}

function parseCommand(data: unknown): Command | undefined {
	if (typeof data !== 'object' || data === null) return undefined;
	if (Object.getPrototypeOf(data) !== Object.prototype) return undefined;
	const { type, version, do: command, id } = data as Record<string, unknown>;
	if (type !== signature.type || version !== signature.version) return undefined;
	const keys = Object.keys(data).length;
	if (command === 'select') return keys === 4 && typeof id === 'string' ? { do: command, id } : undefined;
	if (command === 'clear' || command === 'listen') return keys === 3 ? { do: command } : undefined;
	return undefined;
}
