/** Scrolls the list of passages in an embed. */

/**
 * Scrolls the list to a passage; another id does nothing. Only the list scrolls: `scrollIntoView` would scroll the host
 * page too.
 */
export function scrollListTo(id: string): void {
	// In an embed the id is on a hidden element inside the passage (Passages.svelte).
	const passage = id === '' ? null : document.getElementById(id)?.closest('.passage');
	const list = passage?.closest('main');
	if (passage && list)
		list.scrollTop += passage.getBoundingClientRect().top - list.getBoundingClientRect().top;
}
