/** Words of the lists of passages and places, and of the links to the pages of a large story. */
import { number, plural } from './formats';

interface Amounts {
	passages: number;
	places: number;
	pages: number;
}

/** 'All 230 passages and 231 places, on 3 pages' */
function all({ passages, places, pages }: Amounts): string {
	const ofPlaces = plural(places, { one: '1 place', other: `${number(places)} places` });
	const onPages = plural(pages, { one: 'on 1 page', other: `on ${number(pages)} pages` });
	return plural(passages, {
		one: `1 passage and all ${ofPlaces}, ${onPages}`,
		other: `All ${number(passages)} passages and ${ofPlaces}, ${onPages}`
	});
}

export const list = {
	passages: 'Passages, in the order of the article',
	places: 'Places',
	/** Shown between two passages. */
	notQuoted: ({ count }: { count: number }) =>
		plural(count, {
			one: '1 word of the article not quoted',
			other: `${count} words of the article not quoted`
		}),
	/** In place of a number: the mark of a comment in the list. */
	comment: '•',
	/** Label for screen readers, because there are many such links. */
	showThisOnMap: ({ beginning }: { beginning: string }) => `Show on the map: ${beginning}…`,
	first: 'These are the first.',
	all
};
