/** Titles, descriptions and links of pages. */
import { languageName, plural } from './formats';

interface Place {
	name: string;
	kind: string;
	/** Number of passages about the place, without comments. */
	count: number;
	citation: string;
}

const passages = (count: number): string =>
	count === 0
		? 'not named in the article'
		: plural(count, { one: 'one passage', other: `${count} passages` });

export const pages = {
	skip: 'Skip to the passages',
	description: ({ summary, citation }: { summary: string; citation: string }) =>
		`${summary} Source: ${citation}.`,
	showComments: 'Show the republisher’s comments',

	placeTitle: ({ place, title }: { place: string; title: string }) => `${place}: ${title}`,
	placeDescription: ({ name, kind, count, citation }: Place) =>
		`${name}, ${kind}: ${passages(count)}. ${citation}.`,
	/** Above the name of the place. */
	placeKicker: ({ kind, count }: Pick<Place, 'kind' | 'count'>) => `${kind} · ${passages(count)}`,
	seeOnMap: 'See it on the map',
	howKnown: 'How well the place is known',
	otherLanguages: 'In other languages',
	/** Name of a language. `tag`: its BCP 47 tag. */
	language: ({ tag }: { tag: string }) => languageName(tag),

	/** The pages of the views of the map. */
	viewTitle: ({ view, title }: { view: string; title: string }) => `${view}: ${title}`,
	viewDescription: ({ view, title, citation }: { view: string; title: string; citation: string }) =>
		`Map of ${view}. ${title}. ${citation}.`,
	toWholeMap: ({ title }: { title: string }) => `The map and every passage: ${title}`,
	onView: 'On this map',

	/** The pages that list a large story. */
	moreTitle: ({ title, page, pages }: { title: string; page: number; pages: number }) =>
		`${title}, page ${page} of ${pages}`,
	moreDescription: ({ title, citation }: { title: string; citation: string }) => `${title}. ${citation}.`,
	toMap: 'The map',
	others: 'Pages',
	before: 'Page before',
	next: 'Next page'
};
