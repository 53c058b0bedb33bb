/** The lists of passages and places, and the way to the rest of a large story. */
import { number } from './formats';

interface Amounts {
	passages: number;
	places: number;
	pages: number;
}

export const list = {
	passages: 'Passages, in the order of the article',
	places: 'Places',
	/** Between two passages: how much of the article stands there. */
	notQuoted: ({ count }: { count: number }) => `${count} words not quoted`,
	showOnMap: 'Show on the map',
	/** What a screen reader hears: there are many such links. */
	showThisOnMap: ({ beginning }: { beginning: string }) => `Show on the map: ${beginning}…`,
	first: 'These are the first.',
	/** 'All 230 passages and 231 places, on 3 pages' */
	all: ({ passages, places, pages }: Amounts) =>
		`All ${number(passages)} passages and ${number(places)} places, on ${number(pages)} pages`
};
