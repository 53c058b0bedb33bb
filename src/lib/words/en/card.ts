/** Words of cards, and the description of a place, which lists show too. */
import type { Basis, Certainty, Place } from '$lib/model/story';
import { distance, month, plural } from './formats';

type Known = Pick<Place, 'precision' | 'certainty' | 'anchor' | 'on' | 'outlined'>;

const onLine: Record<Certainty, string> = {
	certain: '',
	'less-certain': '; position less certain',
	uncertain: '; position not checked'
};

const anywhere: Record<Certainty, string> = {
	certain: '',
	'less-certain': '; worked out from maps',
	uncertain: '; worked out from reports, not surveyed'
};

/** How well the position is known: of an outline, of a place on a line, or of a place anywhere. */
function precision({ precision, certainty, anchor, on, outlined }: Known): string {
	if (precision === undefined || !anchor) return 'Not drawn: it has no agreed outline.';
	if (outlined) return `Outline good to about ${distance(precision)}.`;
	if (on !== undefined && certainty !== 'certain')
		return `Somewhere on about ${distance(2 * precision)} of the line${onLine[certainty]}.`;
	return certainty === 'certain'
		? `Known to within ${distance(precision)}.`
		: `Somewhere within ${distance(precision)} of the mark${anywhere[certainty]}.`;
}

interface Described {
	place: Known & Pick<Place, 'kind'>;
	status?: string | undefined;
}

export const place = {
	/** 'Border crossing, closed. Known to within about 2 km; position uncertain.' */
	described: ({ place, status }: Described) =>
		`${place.kind}${status ? `, ${status}` : ''}. ${precision(place)}`,
	known: precision,
	/** How precisely a position is known, in a column of a table. */
	knownTo: ({ precision }: { precision: number }) => distance(precision)
};

interface Counted {
	/** Of the passage, among those about the subject; starts at 1. */
	index: number;
	total: number;
	/** Whether the passage is a comment, which is not counted. */
	isComment: boolean;
	/** Name of the line on which the place lies, if the passage is about that. */
	subject?: string | undefined;
}

export const card = {
	close: ({ place }: { place: string }) => `Close ${place}`,
	/** 'Closed, November 2021 – not confirmed.' `date`: a month or a day in the form of ISO 8601. */
	status: ({ value, date, certainty }: { value: string; date: string; certainty: Certainty }) =>
		`${value}, ${month(date)}${certainty === 'certain' ? '' : ' – not confirmed'}.`,
	notNamed: 'The article does not name this place.',
	/** `line`: the border on which the place lies. */
	notNamedOnLine: ({ line }: { line: string }) =>
		`The article does not name this place.\u00a0This is what it says of ${line}:`,
	onlyComment: ({ speaker }: { speaker: string }) =>
		`Only a comment added by ${speaker} speaks of this place.`,
	showComment: 'Show it',
	count: ({ index, total, isComment, subject = 'this place' }: Counted) =>
		isComment ? `A comment about ${subject}` : `Passage ${index} of ${total} about ${subject}`,
	previous: 'Previous about this place',
	next: 'Next about this place',
	whyHere: 'Why here',
	why: ({ basis }: { basis: Basis }) =>
		'words' in basis ? `The sentence says “${basis.words}”.` : `Our reading. ${basis.because}`,
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
	/** Link to the page of the place. */
	more: 'More about this place'
};
