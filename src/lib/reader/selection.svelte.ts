/** What is selected: the fragment of the address, so that links, back, forward and a page without script are one thing. */
import { on } from 'svelte/events';

/** The fragment that selects nothing. It names the map, to which a page without script then scrolls. */
const NOTHING = 'map';

export class Selection {
	/** Id of a place or a passage, or anything an address may say; empty where it says nothing. */
	id = $state('');

	readonly framed: boolean;

	/** `framed`: in another page's frame, no step is added to the history, which is that page's. */
	constructor(framed: boolean) {
		this.framed = framed;
	}

	select(id: string | undefined): void {
		// The browser tells of a new fragment only in a later task; what was selected is shown at once.
		this.id = id ?? '';
		const fragment = `#${id ?? NOTHING}`;
		if (this.framed) location.replace(fragment);
		else location.hash = fragment;
	}

	/** Reads the address, now and whenever it changes. */
	follow(): () => void {
		this.#read();
		return on(window, 'hashchange', () => this.#read());
	}

	#read(): void {
		const fragment = location.hash.slice(1);
		this.id = fragment === NOTHING ? '' : fragment;
	}
}
