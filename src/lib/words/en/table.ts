/** Words of the table of places with a status, on the page of a view. */
import type { Certainty } from '$lib/model/story';
import { month } from './formats';

interface Status {
	value: string;
	/** Absent if it stands in the heading. */
	date?: string | undefined;
	certainty: Certainty;
}

export const table = {
	/** 'Crossing points, from north to south' */
	caption: ({ layer, eastward }: { layer: string; eastward: boolean }) =>
		`${layer}, from ${eastward ? 'west to east' : 'north to south'}`,
	place: 'Place',
	kind: 'Kind',
	/** Heading of the statuses. `date`: if all are of the same month. */
	when: ({ date }: { date?: string | undefined }) => (date ? month(date) : 'Status'),
	/** 'Closed, not confirmed' */
	status: ({ value, date, certainty }: Status) =>
		[value, ...(date ? [month(date)] : []), ...(certainty === 'certain' ? [] : ['not confirmed'])].join(', '),
	known: 'Position known to'
};
