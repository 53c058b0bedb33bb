/**
 * The selection, which is the fragment of the URL. So links, back, forward and pages without script need no other
 * state.
 */
import { on } from 'svelte/events';

/** The fragment that selects nothing. It is the id of the map, so without script the page scrolls to the map. */
const NO_SELECTION = 'map';

export class Selection {
	/** Id of a place or passage, or any other fragment that a URL may have; empty if nothing is selected. */
	id = $state('');

	readonly framed: boolean;
	readonly #onselect: (id: string) => void;

	/**
	 * @param framed whether the page is inside a frame. Then no history entry is added, since the host page shares the
	 * history.
	 * @param onselect called with each id that is selected
	 */
	constructor(framed: boolean, onselect: (id: string) => void) {
		this.framed = framed;
		this.#onselect = onselect;
	}

	/** @param fragment id of a place or passage; without it nothing is selected */
	select(fragment = NO_SELECTION): void {
		// `hashchange` fires in a later task. This shows the selection without that delay.
		this.#show(fragment);
		if (this.framed) location.replace(`#${fragment}`);
		else location.hash = fragment;
	}

	/** Reads the fragment now and at every `hashchange`. Returns a function that stops this. */
	follow(): () => void {
		const read = (): void => this.#show(location.hash.slice(1));
		read();
		return on(window, 'hashchange', read);
	}

	#show(fragment: string): void {
		this.id = fragment === NO_SELECTION ? '' : fragment;
		this.#onselect(this.id);
	}
}
