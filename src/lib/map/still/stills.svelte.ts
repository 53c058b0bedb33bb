/** Loads the still maps of views that are not in the page (`view/<id>.json`). */
import { untrack } from 'svelte';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { StillMap } from '$lib/model/drawing';

export class Stills {
	readonly #root: string;
	readonly #loaded = new SvelteMap<string, StillMap>();
	readonly #requested = new SvelteSet<string>();

	/** @param root URL of the site's root */
	constructor(root: string) {
		this.#root = root;
	}

	/** The still map of a view; undefined until it is loaded. */
	get(view: string): StillMap | undefined {
		return this.#loaded.get(view);
	}

	/** One that could not be loaded may be requested again. */
	async load(view: string): Promise<void> {
		if (untrack(() => this.#requested.has(view))) return;
		this.#requested.add(view);
		try {
			const response = await fetch(`${this.#root}view/${view}.json`);
			if (!response.ok) throw new Error(`The still map of ${view} could not be read: ${response.status}`);
			this.#loaded.set(view, (await response.json()) as StillMap);
		} catch {
			this.#requested.delete(view);
		}
	}
}
