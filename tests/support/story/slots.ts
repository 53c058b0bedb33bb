/** All fields in which an editor writes free text, and all components that show them. */
import { render } from 'svelte/server';
import About from '$lib/components/page/About.svelte';
import PlaceArticle from '$lib/components/card/PlaceArticle.svelte';
import CardOnMap from '$lib/components/card/CardOnMap.svelte';
import Inset from '$lib/components/map-panel/Inset.svelte';
import Legend from '$lib/components/map-panel/Legend.svelte';
import MapIsland from '$lib/components/map-panel/MapIsland.svelte';
import Masthead from '$lib/components/page/Masthead.svelte';
import Passages from '$lib/components/list/Passages.svelte';
import PlaceIndex from '$lib/components/list/PlaceIndex.svelte';
import Quote from '$lib/components/Quote.svelte';
import ShareTags from '$lib/components/page/ShareTags.svelte';
import StillMap from '$lib/components/map-panel/StillMap.svelte';
import type { Drawing } from '$lib/model/drawing';
import type { Story } from '$lib/model/story';
import { drawMaps } from '$lib/server/still-map/maps';
import { pageOf, renderIsland } from './island';

/** The keys whose values are free text, see the schemas. `es`, `en` and `arn` are keys of `names`. */
export const textSlots = [
	...[
		'title',
		'summary',
		'publisher',
		'author',
		'note',
		'phrase',
		'citation',
		'statement',
		'speaker',
		'label'
	],
	...[
		'name',
		'role',
		'quote',
		'verb',
		'to',
		'words',
		'because',
		'reason',
		'kind',
		'value',
		'detail',
		'source'
	],
	...['licence', 'description', 'local', 'es', 'en', 'arn']
] as const;

/** A copy of `data` (a story, or anything else) in which `write` has replaced each free text. */
export function written<Data>(data: Data, write: (slot: string, text: string) => string): Data {
	const slots: readonly string[] = textSlots;
	return JSON.parse(JSON.stringify(data), (key, value: unknown) =>
		typeof value === 'string' && slots.includes(key) ? write(key, value) : value
	) as Data;
}

/** Renders one component of the pages to HTML. */
export type View = (story: Story) => string;

/** Every component that shows text of a story, by a name for tests. */
export function viewsOf(drawing: Drawing): Record<string, View> {
	const downloads = [{ href: 'story.json', label: 'Everything' }];
	return {
		cards: cardsOnMap(false),
		'cards in a frame': cardsOnMap(true),
		"places' own pages": cardsOfPages,
		passages: (story) => renderIsland(Passages, pageOf(story), {}),
		quotes: (story) =>
			pageOf(story)
				.passages.map((passage) => render(Quote, { props: { passage, language: 'es' } }).body)
				.join(''),
		legend: (story) => renderIsland(Legend, pageOf(story), {}),
		places: (story) => renderIsland(PlaceIndex, pageOf(story), {}),
		masthead: ({ article }) =>
			[undefined, './']
				.map((whole) => render(Masthead, { props: { article, ...(whole && { whole }) } }).body)
				.join(''),
		about: (story) => render(About, { props: { story, downloads } }).body,
		map: (story) => renderIsland(MapIsland, pageOf(story), {}),
		'still map': stillMap(drawing),
		'tags in the head': ({ article }) =>
			render(ShareTags, {
				props: {
					title: article.title,
					description: article.summary,
					alt: article.title,
					path: '',
					image: 'share.png',
					siteUrl: 'https://example.org/'
				}
			}).head
	};
}

const cardsOnMap =
	(embed: boolean): View =>
	(story) => {
		const page = pageOf(story);
		return story.places.map(({ id }) => renderIsland(CardOnMap, page, { id }, embed)).join('');
	};

const cardsOfPages: View = (story) => {
	const page = pageOf(story);
	return story.places
		.map((place) => render(PlaceArticle, { props: { story: page, place, home: './', lists: {} } }).body)
		.join('');
};

function stillMap(drawing: Drawing): View {
	// Drawn once, because positions do not depend on texts. The names are then replaced by those of each story.
	let maps: ReturnType<typeof drawMaps> | undefined;
	return (story) => {
		const { still, inset } = (maps ??= drawMaps(story, drawing));
		const { layers, places } = story;
		const nameById = new Map(places.map(({ id, name }) => [id, name]));
		const marks = still.marks.map((mark) => ({ ...mark, name: nameById.get(mark.place) ?? mark.name }));
		const towns = [{ name: story.article.title, rank: 1, x: 1, y: 1, label: 'left' as const }];
		const label = `Map of ${story.views[0]?.label}`;
		return (
			render(StillMap, { props: { still: { ...still, marks, towns }, layers, places, label, root: './' } })
				.body + render(Inset, { props: { still: inset.still, layers, frame: inset.frame } }).body
		);
	};
}
