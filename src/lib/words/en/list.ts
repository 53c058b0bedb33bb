/** The lists of passages and places, and the way to the rest of a large story. */
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
	/** Between two passages: how much of the article stands there. */
	notQuoted: ({ count }: { count: number }) =>
		plural(count, { one: '1 word not quoted', other: `${count} words not quoted` }),
	showOnMap: 'Show on the map',
	/** What a screen reader hears: there are many such links. */
	showThisOnMap: ({ beginning }: { beginning: string }) => `Show on the map: ${beginning}…`,
	first: 'These are the first.',
	all
};
