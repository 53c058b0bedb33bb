/** What the pages show of the story, as their components take it: the same at build and in the browser. */
import type { AllPassages, CardStory, PageStory, PlaceFile, ShownPassage } from '$lib/model/page';
import type { Passage, Story } from '$lib/model/story';
import { pageOf, type MapPage } from './large-story';
import { words } from '$lib/words/words';
import type { PlaceStory } from './place-story';

export const shown = (passages: Passage[]): ShownPassage[] =>
	passages.map((passage) => ({
		...passage,
		notQuoted: words.list.notQuoted({ count: passage.unquotedBefore }),
		dates: passage.dates.map(({ phrase, date }) => ({
			phrase,
			date,
			written: words.quote.date({ phrase, day: date })
		}))
	}));

export function pageStory({ story, pages }: MapPage, whole: Story): PageStory {
	const held = new Set(story.places);
	return {
		language: story.article.language,
		citation: story.article.citation,
		layers: story.layers,
		views: story.views.map(({ id, label }) => ({ id, label })),
		places: story.places,
		passages: shown(story.passages),
		totals: pages > 0 ? totalsOf(story, whole) : {},
		elsewhere: whole.places.flatMap((place) => (held.has(place) ? [] : [place.id]))
	};
}

/** The places of the page that have more passages than it holds. */
function totalsOf({ places, passages }: Story, whole: Story): Record<string, AllPassages> {
	const [here, all] = [countByPlace(passages), countByPlace(whole.passages)];
	return Object.fromEntries(
		places.flatMap(({ id, name }) => {
			const count = all.get(id) ?? 0;
			if (count <= (here.get(id) ?? 0)) return [];
			const { allHere, allAbout } = words.card;
			return [[id, { count, here: allHere({ count }), about: allAbout({ count, place: name }) }]];
		})
	);
}

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
	places: story.places,
	passages: shown(story.passages),
	totals: {}
});

/** By passage, the further page that lists it; none of those that the page with the map lists. */
export function listsOf({ order }: PlaceStory, mapPage: MapPage): Record<string, string> {
	const elsewhere =
		mapPage.pages > 0 ? [...order].filter(([passage]) => !mapPage.story.passages.includes(passage)) : [];
	return Object.fromEntries(elsewhere.map(([{ id }, index]) => [id, `more/${pageOf(index)}/`]));
}

export const placeFile = (found: PlaceStory, mapPage: MapPage): PlaceFile => ({
	place: found.place,
	story: cardStory(found),
	lists: listsOf(found, mapPage)
});
