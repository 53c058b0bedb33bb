/** Words of cards, and the description of a place, which lists show too. */
import type { Basis, Certainty, Place } from '$lib/model/story';
import { plural } from './formats';

type Known = Pick<Place, 'precision' | 'certainty' | 'anchor'>;

const doubts: Record<Certainty, string> = {
	certain: '',
	'less-certain': '; position less certain',
	uncertain: '; position uncertain'
};

/** 30 m, 1.5 km, 5 km */
const distance = (metres: number): string =>
	metres < 1000 ? `${metres} m` : `${Number((metres / 1000).toFixed(1))} km`;

const precision = ({ precision, certainty, anchor }: Known): string =>
	precision === undefined || !anchor
		? 'Listed, not drawn: it has no agreed outline.'
		: `Known to within about ${distance(precision)}${doubts[certainty]}.`;

interface Described {
	place: Known & Pick<Place, 'kind'>;
	status?: string | undefined;
}

export const place = {
	/** 'Border crossing, closed. Known to within about 2 km; position uncertain.' */
	described: ({ place, status }: Described) =>
		`${place.kind}${status ? `, ${status}` : ''}. ${precision(place)}`
};

export const card = {
	close: ({ place }: { place: string }) => `Close ${place}`,
	/** `date`: in the form of the story's file. */
	status: ({ value, date, detail }: { value: string; date: string; detail: string }) =>
		`${value} (${date}): ${detail}`,
	notNamed: 'The article does not name this place.',
	/** `line`: the border on which the place lies. */
	notNamedOnLine: ({ line }: { line: string }) =>
		`The article does not name this place.\u00a0This is what it says of ${line}:`,
	onlyComment: 'The article does not speak of this place; a comment by the republisher does.',
	switchComments: 'Show or hide the republisher’s comments',
	count: ({ index, total }: { index: number; total: number }) => `${index} of ${total}`,
	whyHere: 'Why here:',
	why: ({ basis }: { basis: Basis }) =>
		'words' in basis ? `The text names it: “${basis.words}”.` : `Inferred. ${basis.because}`,
	/** Link to all passages about the card's own place, if the page has only some. */
	allHere: ({ count }: { count: number }) =>
		plural(count, {
			one: 'The one passage about this place',
			other: `All ${count} passages about this place`
		}),
	/** The same for the line on which the place lies. */
	allAbout: ({ count, place }: { count: number; place: string }) =>
		plural(count, { one: `The one passage about ${place}`, other: `All ${count} passages about ${place}` }),
	/** Joined without `Intl`: creating a formatter in the card's island would be slow. */
	alsoHere: ({ places }: { places: string[] }) => `Also here: ${places.join(', ')}`,
	position: ({ source, licence }: { source: string; licence: string }) => `Position: ${source} (${licence}).`,
	inList: 'In the list',
	/** Label for screen readers, because there are many such links. */
	thisInList: ({ beginning }: { beginning: string }) => `In the list: ${beginning}…`,
	link: 'Link to this place',
	linkWithSources: 'This place, with its sources',
	zoom: 'Zoom to it'
};
