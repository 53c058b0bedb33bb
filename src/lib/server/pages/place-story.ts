/**
 * Of a story what the pages of one place show. Each place has pages, and a copy of the data goes with each: so nothing
 * here looks through the whole story for one place, and no page holds more of it than it shows.
 */
import type { Passage, Place, Story } from '$lib/model/story';

export interface PlaceStory {
	place: Place;
	story: Pick<Story, 'passages' | 'places' | 'layers'> & {
		article: Pick<Story['article'], 'title' | 'citation' | 'language'>;
	};
	/** Its passages in the order of the article, each with its index in the story. */
	order: Map<Passage, number>;
}

/** By the id of a place; undefined where the story has none of that name. */
export function placeStories({
	article,
	passages,
	places,
	layers
}: Story): (id: string) => PlaceStory | undefined {
	const known = new Map(places.map((place) => [place.id, place]));
	const mentions = new Map<string, number[]>(places.map(({ id }) => [id, []]));
	for (const [index, passage] of passages.entries())
		for (const { place } of passage.places) mentions.get(place)?.push(index);
	const { title, citation, language } = article;
	return (id) => {
		const place = known.get(id);
		if (!place) return undefined;
		const subjects = [id, place.on ?? ''];
		const indices = [...new Set(subjects.flatMap((subject) => mentions.get(subject) ?? []))];
		const order = new Map(
			indices
				.sort((a, b) => a - b)
				.flatMap((index) => {
					const passage = passages[index];
					return passage ? [[passage, index] as const] : [];
				})
		);
		const shown = new Set([...subjects, ...place.alsoHere]);
		return {
			place,
			story: {
				article: { title, citation, language },
				passages: [...order.keys()],
				places: [...shown].flatMap((id) => known.get(id) ?? []),
				layers: layers.filter(({ id }) => id === place.layer)
			},
			order
		};
	};
}
