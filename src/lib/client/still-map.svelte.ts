/** The still map, as the map island takes it: it is in the page, and only its layers are switched. */
import { createRawSnippet, type Snippet } from 'svelte';
import type { Reader } from '$lib/reader/reader.svelte';

export const stillMap = ({ hidden }: Reader): Snippet =>
	createRawSnippet(() => ({
		// Never asked for: the page has it.
		render: () => '<div></div>',
		setup(still) {
			$effect(() => {
				for (const drawn of still.querySelectorAll<SVGElement>('[data-layer]'))
					drawn.toggleAttribute('hidden', hidden.has(drawn.dataset['layer'] ?? ''));
			});
		}
	}));
