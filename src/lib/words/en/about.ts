/** Words about the source of the story: the head of a page, and the section "About this map". */
import type { Certainty } from '$lib/model/story';
import { date, list, percent, plural } from './formats';

interface Source {
	publisher: string;
	day: string;
	author?: string | undefined;
	republisher?: string | undefined;
}

export const masthead = {
	source: ({ publisher, day, author, republisher }: Source) => {
		const by = author ? `, by ${author}` : '';
		const reposted = republisher ? `; reposted by ${republisher}, which added comments` : '';
		return `Source: ${publisher}, ${date(day)}${by}${reposted}.`;
	},
	/** In frames. */
	brief: ({ publisher, day, republisher }: Source) =>
		`${publisher}, ${date(day)}${republisher ? `, as reposted by ${republisher}` : ''}.`,
	howSure: 'How sure is that?'
};

const certainties: Record<Certainty, string> = {
	certain: 'certain',
	'less-certain': 'less-certain',
	uncertain: 'uncertain'
};

interface Published {
	publisher: string;
	author?: string | undefined;
	day: string;
	/** Certainty of the date. */
	certainty: Certainty;
	note?: string | undefined;
}

interface Dates {
	/** The day from which relative dates count. */
	day: string;
	phrases: { phrase: string; day: string }[];
}

interface Quoted {
	count: number;
	/** Shares of the article's characters, 0 to 1: quoted, and allowed. */
	share: number;
	limit: number;
	/** SHA-256 of the article. */
	checksum: string;
}

function quoted({ count, share, limit, checksum }: Quoted): string {
	const found = plural(count, {
		one: '1 passage, found word for word in the article when this page was made',
		other: `${count} passages, each found word for word in the article when this page was made`
	});
	return (
		`${found}: ${percent(share)} of its characters, of at most ${percent(limit)}.` +
		` The article itself is not republished. SHA-256 of the text quoted from: ${checksum}`
	);
}

export const about = {
	heading: 'About this map',
	source: 'First published',
	republication: 'Republished',
	photograph: 'Photograph',
	published: ({ publisher, author, day, certainty, note }: Published) =>
		`${publisher}${author ? `, ${author}` : ''}, ${date(day)} (${certainties[certainty]}).${note ? ` ${note}` : ''}`,
	dates: 'Dates',
	relativeDates: ({ day, phrases }: Dates) => {
		const meanings = phrases.map((each) => `; ${each.phrase} is ${date(each.day)}`);
		return `Relative dates count from ${date(day)}${meanings.join('')}.`;
	},
	quotes: 'Quotes',
	quoted,
	speakers: 'Who speaks',
	/** `share`: share of the quoted characters, 0 to 1. */
	whoSpeaks: ({ speakers }: { speakers: { speaker: string; share: number }[] }) =>
		`${list(speakers.map(({ speaker, share }) => `${speaker} ${percent(share)}`))} of what is quoted.`,
	leftOut: 'Left out',
	mentions: ({ count }: { count: number }) =>
		plural(count, {
			one: '1 mention that no passage maps, with its reason',
			other: `${count} mentions that no passage maps, each with its reason`
		}),
	mention: ({ words, reason }: { words: string; reason: string }) => `${words}: ${reason}`,
	rights: 'Rights',
	citation: 'Cite as',
	data: 'Data',
	downloads: {
		annotations: 'Annotations (W3C)',
		places: 'Places (GeoJSON)',
		passages: 'Passages (CSV)',
		story: 'Everything (JSON)'
	},
	positions: 'Positions',
	credit: ({ source, licence }: { source: string; licence: string }) => `${source} (${licence})`
};
