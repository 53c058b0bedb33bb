/** The fragment of the address is the selection: a place, a passage, or neither. And what it means in the page. */

/** Whether the page stands in another page's frame. */
export const framed = window.parent !== window;

export const selected = (): string => location.hash.slice(1);

/** The card of a place. An address may say anything. */
export const cardOf = (id: string): HTMLElement | null =>
	document.querySelector(`.stand > [data-popup="${CSS.escape(id)}"]`);

/** In the list. Its id may stand on a spot in it: see Passages. */
export function passageOf(id: string): HTMLElement | null {
	const found = id === '' ? null : document.getElementById(id);
	return found?.closest<HTMLElement>('.passage') ?? null;
}

/**
 * Selects by the address alone: back and forward, shared links and presses are one thing. In a frame no step is added
 * to the history, which is the host page's.
 */
export function select(id: string | undefined): void {
	const fragment = `#${id ?? 'map'}`;
	if (framed) location.replace(fragment);
	else location.hash = fragment;
}

/**
 * Calls `follow` with what is selected, now and whenever it changes, before focus goes where it belongs; and again
 * when what it gives back is called: a card that was not in the page has come.
 */
export function followAddress(follow: (id: string) => void): () => void {
	let shown = '';
	let opener: HTMLElement | undefined;

	/** Focus goes into the card, and back to what had it before; never into a frame the reader is not in. */
	function read(): void {
		const [id, before] = [selected(), shown];
		const card = cardOf(id);
		shown = card ? id : '';
		follow(id);
		if (document.hasFocus()) {
			if (card && id !== before) card.focus({ preventScroll: true });
			if (before !== '' && (id === '' || id === 'map')) opener?.focus({ preventScroll: true });
		}
	}

	window.addEventListener('hashchange', read);
	// Following a fragment moves focus before anything is told of it, so what had it is noted all along.
	window.addEventListener('focusin', ({ target }) => {
		if (target instanceof HTMLElement && !target.closest('.card')) opener = target;
	});
	window.addEventListener('keydown', ({ key }) => {
		if (key === 'Escape' && cardOf(selected())) select(undefined);
	});
	document.addEventListener('click', (event) => {
		const link = event.target instanceof Element ? event.target.closest('a') : null;
		const address = link?.getAttribute('href') ?? '';
		// Of a place whose card is not in the page a link leads to its own, which needs no script.
		const place = link?.closest('.still') && !address.startsWith('#') ? link.dataset['place'] : undefined;
		const id = place ?? (framed && address.startsWith('#') ? address.slice(1) : undefined);
		if (id === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		select(id);
	});
	read();
	return () => {
		// A browser takes for the target only what was there when it followed the address.
		location.replace(location.hash);
		read();
	};
}
