/**
 * Selects the part of a story that the pages of one place need. It contains no more than they show, because it is
 * stored with each of them. The story is indexed once, so that finding it does not take longer in a larger story.
 */
import type { Passage, Place, Story } from '$lib/model/story';

export interface PlaceStory {
	place: Place;
	story: Pick<Story, 'passages' | 'places' | 'layers'> & {
		article: Pick<Story['article'], 'title' | 'citation' | 'language'>;
	};
	/** The passages in the order of the article, each with its index in the story. */
	order: Map<Passage, number>;
}

/** Returns a function from the id of a place to its part of the story; undefined if there is no such place. */
export function placeStories({
	article,
	passages,
	places,
	layers
}: Story): (id: string) => PlaceStory | undefined {
	const placesById = new Map(places.map((place) => [place.id, place]));
	const passageIndices = new Map<string, number[]>(places.map(({ id }) => [id, []]));
	for (const [index, passage] of passages.entries())
		for (const { place } of passage.places) passageIndices.get(place)?.push(index);
	const { title, citation, language } = article;
	return (id) => {
		const place = placesById.get(id);
		if (!place) return undefined;
		// A place on a line also shows the passages about the line.
		const subjects = [id, place.on ?? ''];
		const indices = [...new Set(subjects.flatMap((subject) => passageIndices.get(subject) ?? []))];
		const order = new Map(
			indices
				.sort((a, b) => a - b)
				.flatMap((index) => {
					const passage = passages[index];
					return passage ? [[passage, index] as const] : [];
				})
		);
		const linkedPlaces = new Set([...subjects, ...place.alsoHere]);
		return {
			place,
			story: {
				article: { title, citation, language },
				passages: [...order.keys()],
				places: [...linkedPlaces].flatMap((id) => placesById.get(id) ?? []),
				layers: layers.filter(({ id }) => id === place.layer)
			},
			order
		};
	};
}
