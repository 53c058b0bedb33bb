/**
 * The reader's choices (selection, layers, comments, theme) as reactive state. All islands of a page share one
 * instance.
 */
import { getContext, setContext } from 'svelte';
import { MediaQuery, SvelteSet } from 'svelte/reactivity';
import type { PageStory } from '$lib/model/page';
import type { Parameters } from '$lib/model/parameters';
import { Selection } from './selection.svelte';
import { Sheet } from './sheet.svelte';
import { viewShowing } from './views';

/** What kind of page this is, and where it is in the site. */
export interface Site {
	/** Relative URL of the site's root: `./` or `../`. */
	root: string;
	/** Whether this is /embed/. */
	embed: boolean;
	/** Whether the page is inside a frame. */
	framed: boolean;
}

/** The choices that the query of an embed can make. */
type Choices = Pick<Parameters, 'layers' | 'comments' | 'theme'>;

export class Reader {
	readonly story: PageStory;
	readonly site: Site;
	readonly selection: Selection;
	readonly sheet = new Sheet();
	/** Id of the selected place or passage; empty if nothing is selected or the story does not have the id. */
	readonly selected = $derived.by(() => this.#knownId(this.selection.id));
	/** Ids of the layers that are hidden. */
	readonly hidden = new SvelteSet<string>();
	/** Whether the republisher's comments are shown. */
	comments = $state(false);
	/** Id of the passage that was selected last, to which a closed card returns; empty if none was. */
	lastPassage = $state('');
	/** The passages that are read in order, and the one that is being read: while a card is open, the last one. */
	readonly walk = $derived.by(() => {
		const passages = this.story.passages.filter(({ voice }) => this.comments || voice !== 'comment');
		const current = this.isPlace(this.selection.id) ? this.lastPassage : this.selection.id;
		return { passages, current: passages.find(({ id }) => id === current) };
	});
	#chosenTheme = $state<Choices['theme']>('auto');
	readonly #prefersDark = new MediaQuery('prefers-color-scheme: dark', false);

	constructor(story: PageStory, site: Site, choices?: Choices) {
		this.story = story;
		this.site = site;
		this.selection = new Selection(site.framed, (id) => {
			if (this.isPassage(id)) this.lastPassage = id;
		});
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

	closeCard(): void {
		this.selection.select(this.lastPassage || undefined);
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

	/**
	 * The places that a place or passage is about, and the view that shows them; undefined if no view does.
	 * @param first id of a view that is taken before the others
	 */
	askedBy(id: string, first?: string): { places: string[]; view: string } | undefined {
		const passage = this.story.passages.find((passage) => passage.id === id);
		const places = passage ? passage.places.map(({ place }) => place) : [id];
		const { views } = this.story;
		const view = viewShowing([...views.filter((view) => view.id === first), ...views], places);
		return view && { places, view: view.id };
	}

	#knownId(id: string): string {
		return this.isPlace(id) || this.isPassage(id) ? id : '';
	}
}

export const READER = Symbol('reader');
export const getReader = (): Reader => getContext<Reader>(READER);
export const setReader = (reader: Reader): Reader => setContext(READER, reader);
