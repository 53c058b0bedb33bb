/** Shows the card of the selected place: hydrates or loads it, and gives focus back when it closes. */
import { mount, untrack } from 'svelte';
import { on } from 'svelte/events';
import type { Reader } from '$lib/reader/reader.svelte';
import { placeFiles } from './data';

export const loadCard = () => import('$lib/components/card/CardOnMap.svelte');

interface CardOptions {
	reader: Reader;
	/** Svelte context of the islands, which a loaded card gets too. */
	context: Map<symbol, unknown>;
	/** By place id, a function that hydrates the prerendered card of the place. */
	hydrateCard: ReadonlyMap<string, () => void>;
	/** Element into which loaded cards are mounted. */
	container: Element | null;
	/** Absolute URL of the page's story; the files of its places are resolved against it. */
	storyUrl: string;
}

export function followSelection({ reader, context, hydrateCard, container, storyUrl }: CardOptions): void {
	const readPlace = placeFiles(storyUrl);
	let opener: HTMLElement | undefined;
	let openPlace = '';

	/** A link in a panel that has been closed since cannot have focus: the control that opens the panel gets it. */
	function focusOpener(): void {
		const control = opener?.closest('details:not([open])')?.firstElementChild ?? opener;
		if (control instanceof HTMLElement) control.focus({ preventScroll: true });
	}

	async function mountCard(id: string): Promise<void> {
		const [file, module] = await Promise.all([readPlace(id), loadCard().catch(() => undefined)]);
		if (file && module && container)
			mount(module.default, { target: container, props: { id, file }, context });
	}

	// A browser that follows a fragment link moves focus before it fires `hashchange`. It is too late then to ask which
	// element had focus, so the last one outside a card is always remembered.
	on(document, 'focusin', ({ target }) => {
		if (target instanceof HTMLElement && !target.closest('.card')) opener = target;
	});
	$effect.root(() => {
		$effect(() => {
			const { id } = reader.selection;
			const hydrate = hydrateCard.get(id);
			if (hydrate) untrack(hydrate);
			else if (reader.story.elsewhere.includes(id)) void mountCard(id);
			if (openPlace !== '' && !reader.isPlace(id) && document.hasFocus()) focusOpener();
			openPlace = reader.isPlace(id) ? id : '';
		});
	});
}
