/**
 * Prepares the data of a story for pages and cards, in the form in which the components receive it (`model/page.ts`).
 */
import type { AllPassages, CardStory, PageStory, PlaceFile, ShownPassage, ShownPlace } from '$lib/model/page';
import type { Layer, Passage, Place, Story } from '$lib/model/story';
import { signOf } from '$lib/style/symbols';
import { words } from '$lib/words/words';
import { morePageOf, type MapPage } from './large-story';
import type { PlaceStory } from './place-story';
import { statusKeys } from './status-key';

export const withWrittenTexts = (passages: Passage[]): ShownPassage[] =>
	passages.map((passage) => ({
		...passage,
		notQuoted: words.list.notQuoted({ count: passage.unquotedBefore }),
		dates: passage.dates.map(({ phrase, date }) => ({
			phrase,
			date,
			written: words.quote.date({ phrase, day: date })
		}))
	}));

export function withStatus(place: Place, layers: Layer[]): ShownPlace {
	const { status } = place;
	const layer = layers.find(({ id }) => id === place.layer);
	if (!status || !layer) return place;
	return { ...place, stated: words.card.status({ ...status, value: signOf(layer, status).label }) };
}

/** @param fullStory the story with all passages and places */
export function pageStory({ story, pages }: MapPage, fullStory: Story): PageStory {
	const onPage = new Set(story.places);
	return {
		language: story.article.language,
		citation: story.article.citation,
		layers: story.layers,
		statuses: statusKeys(fullStory),
		views: story.views.map(({ id, label, short, places }) => ({ id, label, short, places })),
		places: story.places.map((place) => withStatus(place, story.layers)),
		passages: withWrittenTexts(story.passages),
		totals: pages > 0 ? totalsOf(story, fullStory) : {},
		elsewhere: fullStory.places.flatMap((place) => (onPage.has(place) ? [] : [place.id]))
	};
}

/** All passages of a place, for places that have more than are on the page. */
function totalsOf({ places, passages }: Story, fullStory: Story): Record<string, AllPassages> {
	const [onPage, all] = [countByPlace(passages), countByPlace(fullStory.passages)];
	return Object.fromEntries(
		places.flatMap(({ id, name }) => {
			const count = all.get(id) ?? 0;
			if (count <= (onPage.get(id) ?? 0)) return [];
			const { allHere, allAbout } = words.card;
			return [[id, { count, here: allHere({ count }), about: allAbout({ count, place: name }) }]];
		})
	);
}

/** The number of passages of each place, without comments. */
function countByPlace(passages: Passage[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { voice, places } of passages)
		if (voice !== 'comment') for (const { place } of places) counts.set(place, (counts.get(place) ?? 0) + 1);
	return counts;
}

export const cardStory = ({ story }: PlaceStory): CardStory => ({
	language: story.article.language,
	citation: story.article.citation,
	layers: story.layers,
	places: story.places.map((place) => withStatus(place, story.layers)),
	passages: withWrittenTexts(story.passages),
	totals: {}
});

/**
 * By passage id, the page that lists it, relative to the site's root: `more/3/`. Passages on the pages with the map are
 * left out.
 */
export function listsOf({ order }: PlaceStory, mapPage: MapPage): Record<string, string> {
	const elsewhere =
		mapPage.pages > 0 ? [...order].filter(([passage]) => !mapPage.story.passages.includes(passage)) : [];
	return Object.fromEntries(elsewhere.map(([{ id }, index]) => [id, `more/${morePageOf(index)}/`]));
}

export const placeFile = (placeStory: PlaceStory, mapPage: MapPage): PlaceFile => ({
	place: withStatus(placeStory.place, placeStory.story.layers),
	story: cardStory(placeStory),
	lists: listsOf(placeStory, mapPage)
});
