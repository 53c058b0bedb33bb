/** What this room needs of a window, so that a test can be one. */
export interface Frame {
	readonly self: Host;
	/** The window that frames this one; where none does, this one. */
	readonly parent: Host;
	/** CSS pixels. */
	readonly innerWidth: number;
	readonly location: { readonly search: string };
	addEventListener(type: 'message', hear: (event: Heard) => void): void;
	removeEventListener(type: 'message', hear: (event: Heard) => void): void;
}

export interface Host {
	postMessage(message: unknown, targetOrigin: string): void;
}

export interface Heard {
	readonly source: unknown;
	readonly data: unknown;
}

/** To be told that what it speaks of may have changed. Stopped, it hears and says nothing any more. */
export interface Teller {
	changed(): void;
	stop(): void;
}

export interface Line {
	say(message: unknown): void;
	close(): void;
}

/**
 * The line to the page that frames this one; undefined where none does. `take` gets what that page says, and nothing
 * that another window says. Its origin is not asked: anyone may embed, a sandboxed host has none, and so nothing
 * that is heard may do harm and nothing that is said may be private.
 */
export function lineToHost(frame: Frame, take: (data: unknown) => void): Line | undefined {
	const host = frame.parent;
	if (host === frame.self) return undefined;
	let open = true;
	const hear = ({ source, data }: Heard) => {
		if (source === host) take(data);
	};
	frame.addEventListener('message', hear);
	return {
		say(message) {
			// Any origin may read it: a height, or the id of something published.
			if (open) host.postMessage(message, '*');
		},
		close() {
			open = false;
			frame.removeEventListener('message', hear);
		}
	};
}
