/** Hides the layers of a still map that the reader has switched off, without rendering it again. */
import type { Attachment } from 'svelte/attachments';

/** @param hidden ids of layers, a reactive set */
export const hideLayers =
	(hidden: ReadonlySet<string>): Attachment<Element> =>
	(root) => {
		$effect(() => {
			for (const element of root.querySelectorAll<SVGElement>('[data-layer]'))
				element.toggleAttribute('hidden', hidden.has(element.dataset['layer'] ?? ''));
		});
	};
