/** The connection between an embed and the page that frames it, over `postMessage`. */

/** The part of `Window` that this folder uses, so that a test can replace it. */
export interface Frame {
	readonly self: Host;
	/** The window that frames this one; in a top-level window, the window itself. */
	readonly parent: Host;
	/** CSS pixels. */
	readonly innerWidth: number;
	readonly location: { readonly search: string };
	addEventListener(type: 'message', listener: (event: FrameMessage) => void): void;
	removeEventListener(type: 'message', listener: (event: FrameMessage) => void): void;
}

export interface Host {
	postMessage(message: unknown, targetOrigin: string): void;
}

export interface FrameMessage {
	readonly source: unknown;
	readonly data: unknown;
}

/** Keeps the host page informed of one value. */
export interface Reporter {
	/** To be called when the value may have changed. */
	changed(): void;
	/** After this it sends nothing and ignores messages. */
	stop(): void;
}

export interface HostConnection {
	send(message: unknown): void;
	close(): void;
}

/**
 * Connects to the page that frames this one; undefined where there is none. `receive` gets the messages of that page
 * and of no other window. The origin of the host is not checked: any site may embed, and a sandboxed host has no
 * origin. So no message may do harm, and nothing that is sent may be private.
 */
export function connectToHost(frame: Frame, receive: (data: unknown) => void): HostConnection | undefined {
	const host = frame.parent;
	if (host === frame.self) return undefined;
	let open = true;
	const listener = ({ source, data }: FrameMessage) => {
		if (source === host) receive(data);
	};
	frame.addEventListener('message', listener);
	return {
		send(message) {
			if (open) host.postMessage(message, '*');
		},
		close() {
			open = false;
			frame.removeEventListener('message', listener);
		}
	};
}
