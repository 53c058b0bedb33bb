/** What the reader has chosen, and what follows from it. One instance in a page, which all islands share. */
import { getContext, setContext } from 'svelte';
import { MediaQuery, SvelteSet } from 'svelte/reactivity';
import type { PageStory } from '$lib/model/page';
import { Selection } from './selection.svelte';

/** The page that the reader has before them. */
export interface Site {
	/** From the page to the site's root: `./` or `../`. */
	root: string;
	/** Made for another page's frame, wherever it is shown. */
	embed: boolean;
	/** In another page's frame. */
	framed: boolean;
}

/** What an address may ask for besides what is selected. */
export interface Choices {
	/** Ids of the layers that are shown; undefined for all. */
	layers: string[] | undefined;
	comments: boolean;
	theme: 'auto' | 'light' | 'dark';
}

export class Reader {
	readonly story: PageStory;
	readonly site: Site;
	readonly selection: Selection;
	/** The id of what is selected, where the story has it: an address may say anything. */
	readonly selected = $derived.by(() => this.#known(this.selection.id));
	/** Ids of the layers that are switched off. */
	readonly hidden = new SvelteSet<string>();
	/** The republisher's comments are asked for. */
	comments = $state(false);
	#chosenTheme = $state<Choices['theme']>('auto');
	readonly #prefersDark = new MediaQuery('prefers-color-scheme: dark', false);

	constructor(story: PageStory, site: Site, choices?: Choices) {
		this.story = story;
		this.site = site;
		this.selection = new Selection(site.framed);
		if (!choices) return;
		for (const { id } of story.layers)
			if (choices.layers && !choices.layers.includes(id)) this.hidden.add(id);
		this.comments = choices.comments;
		this.#chosenTheme = choices.theme;
	}

	get theme(): 'light' | 'dark' {
		if (this.#chosenTheme !== 'auto') return this.#chosenTheme;
		return this.#prefersDark.current ? 'dark' : 'light';
	}

	showLayer(id: string, shown: boolean): void {
		if (shown) this.hidden.delete(id);
		else this.hidden.add(id);
	}

	isPlace(id: string): boolean {
		return this.story.places.some((place) => place.id === id) || this.story.elsewhere.includes(id);
	}

	isPassage(id: string): boolean {
		return this.story.passages.some((passage) => passage.id === id);
	}

	#known(id: string): string {
		return this.isPlace(id) || this.isPassage(id) ? id : '';
	}
}

export const READER = Symbol('reader');
export const getReader = (): Reader => getContext<Reader>(READER);
export const setReader = (reader: Reader): Reader => setContext(READER, reader);
