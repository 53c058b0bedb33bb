/** Finds the passages that the card and the page of a place show. */
import type { AllPassages, CardStory, ShownPassage, ShownPlace } from '$lib/model/page';

export interface PassagesAt {
	/** What the passages are about: the place itself, or the line on which it lies if there is none about itself. */
	subject: ShownPlace;
	/** Whether no passage is about the place itself. */
	isUnnamed: boolean;
	/** In the order of the article. */
	passages: ShownPassage[];
	/** The number of passages about the subject, without comments. The page may have only some of them. */
	total: number;
	/** Texts of the links to all passages, if the page has only some. */
	all: AllPassages | undefined;
}

/** @param showsLine whether a place without passages shows those of the line on which it lies */
export function passagesAt(story: CardStory, place: ShownPlace, showsLine: boolean): PassagesAt {
	const about = (id: string) =>
		story.passages.filter(({ places }) => places.some((entry) => entry.place === id));
	const own = about(place.id);
	const line = story.places.find(({ id }) => id === place.on);
	const subject = own.length === 0 && line ? line : place;
	const passages = own.length === 0 && line ? (showsLine ? about(line.id) : []) : own;
	const all = story.totals[subject.id];
	return {
		subject,
		isUnnamed: own.length === 0,
		passages,
		total: all?.count ?? passages.filter(({ voice }) => voice !== 'comment').length,
		all
	};
}
