/** Handles clicks on links to places and passages, where following the link itself would not be right. */
import { on } from 'svelte/events';
import type { Selection } from '$lib/reader/selection.svelte';

/** Listens on the document, because lists and the still map may not be hydrated. */
export function followLinks(selection: Selection): void {
	on(document, 'click', (event) => {
		// A control that is a link without script has answered already.
		if (event.defaultPrevented) return;
		if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return;
		const link = event.target.closest<HTMLAnchorElement | SVGAElement>('a[href]');
		const id = link && idToSelect(link, selection.framed);
		if (id === undefined || id === null) return;
		event.preventDefault();
		selection.select(id);
	});
}

/** The id that a click on the link selects; undefined where the browser follows the link. */
function idToSelect(link: HTMLAnchorElement | SVGAElement, framed: boolean): string | undefined {
	const href = link.getAttribute('href') ?? '';
	// In a frame, following a fragment link would add an entry to the history of the host page.
	if (href.startsWith('#')) return framed ? href.slice(1) : undefined;
	// The still map links a place whose card is not in the page to the page of that place, which works without script.
	return link instanceof SVGAElement ? link.dataset['place'] : undefined;
}
