/** Every component that shows words of a story, and every place in a story where an editor writes them. */
import { render } from 'svelte/server';
import About from '$lib/components/page/About.svelte';
import Card from '$lib/components/card/Card.svelte';
import CardOnMap from '$lib/components/card/CardOnMap.svelte';
import Inset from '$lib/components/map-panel/Inset.svelte';
import Legend from '$lib/components/map-panel/Legend.svelte';
import MapStage from '$lib/components/map-panel/MapStage.svelte';
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

/** The names of the members that hold free text: see the schemas. Those of `names` are language tags. */
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

/** A copy of a story, or of anything, in which each free text is what `write` makes of its slot and of itself. */
export function written<Of>(of: Of, write: (slot: string, text: string) => string): Of {
	const slots: readonly string[] = textSlots;
	return JSON.parse(JSON.stringify(of), (key, value: unknown) =>
		typeof value === 'string' && slots.includes(key) ? write(key, value) : value
	) as Of;
}

export type View = (story: Story) => string;

/** What every page is made of, each as HTML. */
export function viewsOf(drawing: Drawing): Record<string, View> {
	// Where things stand does not follow from words; the names on the map do, and are put there by `stillOf`.
	let maps: ReturnType<typeof drawMaps> | undefined;
	const stillOf = (story: Story) => {
		const { still, inset } = (maps ??= drawMaps(story, drawing));
		const nameOf = new Map(story.places.map(({ id, name }) => [id, name]));
		const marks = still.marks.map((mark) => ({ ...mark, name: nameOf.get(mark.place) ?? mark.name }));
		const towns = [{ name: story.article.title, x: 1, y: 1, label: 'left' as const }];
		return { still: { ...still, marks, towns }, inset };
	};
	const downloads = [{ href: 'story.json', label: 'Everything' }];
	const cards =
		(embed: boolean): View =>
		(story) => {
			const page = pageOf(story);
			return story.places.map(({ id }) => renderIsland(CardOnMap, page, { id }, embed)).join('');
		};
	const pages: View = (story) => {
		const page = pageOf(story);
		return story.places
			.map((place) => render(Card, { props: { story: page, place, home: './', showsLine: true } }).body)
			.join('');
	};
	return {
		cards: cards(false),
		'cards in a frame': cards(true),
		"places' own pages": pages,
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
		stage: (story) => renderIsland(MapStage, pageOf(story), {}),
		'still map': (story) => {
			const { still, inset } = stillOf(story);
			const { layers, places } = story;
			const label = `Map of ${story.views[0]?.label}`;
			return (
				render(StillMap, { props: { still, layers, places, label } }).body +
				render(Inset, { props: { still: inset.still, layers, frame: inset.frame } }).body
			);
		},
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
