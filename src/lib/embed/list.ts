/** The list of passages in a frame, which scrolls by itself. */

/** Brings a passage into view in the list, and moves nothing else: least of all the page around the frame. */
export function showInList(id: string): void {
	// Its id stands on a spot in it: see Passages.svelte.
	const passage = id === '' ? null : document.getElementById(id)?.closest('.passage');
	const list = passage?.closest('main');
	if (passage && list)
		list.scrollTop += passage.getBoundingClientRect().top - list.getBoundingClientRect().top;
}
