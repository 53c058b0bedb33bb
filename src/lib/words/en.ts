/** The page's own words, in one place: neutral, and plain about what is not known. */
import type { Basis, Certainty, Place, Voice } from '$lib/model/story';

/** The language of the page's own words; the story's are marked with theirs. */
export const LANGUAGE = 'en-GB';

export const UNAVAILABLE = 'The moving map could not be drawn so far. The still map and every quote stay.';

export const voices: Record<Voice, string> = {
	direct: 'direct speech',
	indirect: 'indirect speech',
	narration: 'narration',
	caption: 'photo caption',
	comment: 'comment by the republisher'
};

const certainties: Record<Certainty, string> = {
	certain: '',
	'less-certain': 'less certain',
	uncertain: 'uncertain'
};

export function longDate(day: string): string {
	const format = new Intl.DateTimeFormat(LANGUAGE, {
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC'
	});
	return format.format(new Date(`${day}T00:00:00Z`));
}

/** Metres as a reader says them: 30 m, 1.5 km, 5 km. */
export function distance(metres: number): string {
	return metres < 1000 ? `${metres} m` : `${Number((metres / 1000).toFixed(1))} km`;
}

/** "Known to within about 2 km; position uncertain." */
export function precisely({ precision, certainty, anchor }: Place): string {
	if (precision === undefined || !anchor) return 'Listed, not drawn: it has no agreed outline.';
	const doubt = certainties[certainty];
	return `Known to within about ${distance(precision)}${doubt && `; position ${doubt}`}.`;
}

export function why(basis: Basis): string {
	return 'words' in basis ? `The text names it: “${basis.words}”.` : `Inferred. ${basis.because}`;
}

/** What is copied: the quote, who says it, how to cite it, where it stands. */
export function citation(
	quote: string,
	speaker: string,
	voice: string,
	cite: string,
	address: string
): string {
	return `“${quote}”\n${speaker} (${voice}). ${cite}. ${address}`;
}
