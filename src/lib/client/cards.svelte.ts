/** The cards: which one comes alive or is fetched when its place is selected, and where focus goes when it closes. */
import { mount, untrack } from 'svelte';
import { on } from 'svelte/events';
import CardOnMap from '$lib/components/card/CardOnMap.svelte';
import type { Reader } from '$lib/reader/reader.svelte';
import { placeFiles } from './data';

interface Cards {
	reader: Reader;
	context: Map<symbol, unknown>;
	/** By place, what brings the card in the page alive. */
	cards: ReadonlyMap<string, () => void>;
	/** Where cards stand that the page does not hold. */
	stand: Element | null;
	/** The address of the page's story: those of its places count from there. */
	story: string;
}

export function followSelection({ reader, context, cards, stand, story }: Cards): void {
	const readPlace = placeFiles(story);
	let opener: HTMLElement | undefined;
	let shown = '';

	async function bring(id: string): Promise<void> {
		const file = await readPlace(id);
		if (file && stand) mount(CardOnMap, { target: stand, props: { id, file }, context });
	}

	// Following a fragment moves focus before anything is told of it, so what had it is noted all along.
	on(document, 'focusin', ({ target }) => {
		if (target instanceof HTMLElement && !target.closest('.card')) opener = target;
	});
	$effect.root(() => {
		$effect(() => {
			const { id } = reader.selection;
			const wake = cards.get(id);
			if (wake) untrack(wake);
			else if (reader.story.elsewhere.includes(id)) void bring(id);
			if (shown !== '' && id === '' && document.hasFocus()) opener?.focus({ preventScroll: true });
			shown = reader.isPlace(id) ? id : '';
		});
	});
}
