/** Links to places and passages in what is not alive: the list, the still map. */
import { on } from 'svelte/events';
import type { Selection } from '$lib/reader/selection.svelte';

export function followLinks(selection: Selection): void {
	on(document, 'click', (event) => {
		if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return;
		const link = event.target.closest<HTMLAnchorElement | SVGAElement>('a[href]');
		const id = link && idOf(link, selection.framed);
		if (id === undefined || id === null) return;
		event.preventDefault();
		selection.select(id);
	});
}

/** What a link selects that a browser would not: in a frame its own step would be one in the history of the host page. */
function idOf(link: HTMLAnchorElement | SVGAElement, framed: boolean): string | undefined {
	const address = link.getAttribute('href') ?? '';
	if (address.startsWith('#')) return framed ? address.slice(1) : undefined;
	// Of a place whose card is not in the page a still map links to its own page, which needs no script.
	return link instanceof SVGAElement ? link.dataset['place'] : undefined;
}
