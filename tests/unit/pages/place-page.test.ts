/** The page of a place: what it says of the place, in which order, and its map. */
import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import PlaceArticle from '$lib/components/card/PlaceArticle.svelte';
import StillMap from '$lib/components/map-panel/StillMap.svelte';
import { mapPageOf } from '$lib/server/pages/large-story';
import { pageStory } from '$lib/server/pages/page-story';
import { drawPlace } from '$lib/server/still-map/place-map';
import { textOf } from '../../support/story/html';
import { theStory } from '../../support/story/story';

const { story, drawing } = theStory();
const page = pageStory(mapPageOf(story), story);

function pageOf(id: string): string {
	const place = page.places.find((each) => each.id === id)!;
	const map = createRawSnippet(() => ({ render: () => '<div>THE MAP</div>' }));
	return render(PlaceArticle, { props: { story: page, place, home: './', lists: {}, map } }).body;
}
const articleAt = (id: string) =>
	story.passages.filter(
		({ voice, places }) => voice !== 'comment' && places.some(({ place }) => place === id)
	);

test.each(story.places.filter(({ quoted }) => quoted === 'article').map(({ id }) => id))(
	'%s: the first passage of the article, and no other, is set larger',
	(id) => {
		const large = [...pageOf(id).matchAll(/<li class="[^"]*first[^"]*">[^]*?data-passage="([^"]*)"/g)];
		expect(large.map(([, passage]) => passage)).toEqual([articleAt(id)[0]?.id]);
	}
);

test('a crossing: first its status, then that the article does not name it, then what it says of the border', () => {
	const crossings = page.places.filter(({ status }) => status);
	expect(crossings.length).toBeGreaterThan(5);
	for (const { id, name, kind, stated } of crossings) {
		const html = pageOf(id);
		const text = textOf(html);
		const order = [
			name,
			stated!,
			'The article does not name this place.',
			articleAt('border')[0]!.quote,
			'THE MAP',
			'How well the place is known',
			'In other languages'
		].map((part) => text.indexOf(part));
		expect(
			order.every((at) => at >= 0),
			id
		).toBe(true);
		expect(order, id).toEqual([...order].sort((a, b) => a - b));
		expect(text).toContain(`${kind} · not named in the article`);
		expect(html).not.toMatch(/<li class="[^"]*first/);
	}
});

test('names in other languages stand beside the names of the languages', () => {
	expect(textOf(pageOf('border-camp'))).toMatch(/Obóz migrantów koło Kuźnicy\s+Polish/);
});

test('comments can be shown where there are some, and only there', () => {
	expect(pageOf('belarus')).toContain('id="comments"');
	expect(pageOf('iraq')).not.toContain('id="comments"');
});

describe('the map of a place', () => {
	const drawn = story.places.flatMap(({ id, name, bbox }) => (bbox ? [{ id, name, bbox }] : []));

	test.each(drawn)('$id: names and emphasizes the place', (place) => {
		const still = drawPlace(story, drawing, place, { overflow: [0.1, 0.1], tolerance: 3 });
		const { layers, places } = story;
		const map = render(StillMap, {
			props: { still, layers, places, label: place.name, root: './', home: './' }
		}).body;
		expect(textOf(map)).toContain(place.name);
		const emphasized = [...map.matchAll(/data-place="([^"]*)"[^>]*class="[^"]*\bsubject\b/g)];
		expect([...new Set(emphasized.map(([, id]) => id))]).toEqual([place.id]);
		expect(map).toContain(`href="./#${place.id}"`);
	});
});
