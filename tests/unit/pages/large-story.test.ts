/** Large stories, which are split over several pages. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { afterAll, describe, expect, test } from 'vitest';
import CardOnMap from '$lib/components/card/CardOnMap.svelte';
import { compile } from '$lib/server/compile';
import { mapPageOf, morePage } from '$lib/server/pages/large-story';
import { placeFile, pageStory } from '$lib/server/pages/page-story';
import { placeStories } from '$lib/server/pages/place-story';
import { drawMaps } from '$lib/server/still-map/maps';
import { readStory } from '$lib/server/input/read';
// @ts-expect-error The benchmark is plain JavaScript without types.
import { inventStory } from '../../bench/invent.mjs';
import { theStory } from '../../support/story/story';
import { quotesIn, textOf } from '../../support/story/html';
import { renderIsland } from '../../support/story/island';
import { styleOf } from '../../support/story/style';

const COUNT = 230;
const folder = mkdtempSync(join(tmpdir(), 'large-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
inventStory(folder, COUNT);
const { story, drawing } = compile(readStory(folder));

test('the page with the map contains all of a small story', () => {
	const { story: small } = theStory();
	expect(mapPageOf(small)).toMatchObject({ story: small, pages: 0 });
});

test('the page with the map contains the beginning of a large story, with the places of its passages', () => {
	const { story: mapPage, pages, total } = mapPageOf(story);
	expect(mapPage.passages).toEqual(story.passages.slice(0, 20));
	const placeIds = mapPage.passages.flatMap(({ places }) => places.map(({ place }) => place));
	expect(mapPage.places.map(({ id }) => id).sort()).toEqual([...new Set(placeIds)].sort());
	expect({ pages, total }).toEqual({ pages: 3, total: { passages: COUNT, places: COUNT } });
});

test('the other pages list every passage and every place once, in their order', () => {
	const pages = [1, 2, 3].map((page) => morePage(story, page));
	expect(pages.flatMap(({ passages }) => passages)).toEqual(story.passages);
	expect(pages.flatMap(({ places }) => places)).toEqual(story.places);
});

test('on the still map of a large story no symbols overlap, and every place is drawn or counted in a cluster', () => {
	const { marks } = drawMaps(story, drawing).still;
	expect(marks.reduce((sum, { more = 0 }) => sum + 1 + more, 0)).toBe(COUNT);
	expect(marks.length).toBeLessThan(120);
	const distances = marks.flatMap((a, index) =>
		marks.slice(index + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y))
	);
	expect(Math.min(...distances)).toBeGreaterThan(70);
});

test('on the live map of a large story all symbols are in one source with clusters', () => {
	const style = styleOf({ story, drawing });
	expect(validateStyleMin(style)).toEqual([]);
	const { sources, layers } = style;
	const [symbols, parts] = [sources['symbols of hamlets'], sources['parts']];
	expect(symbols).toMatchObject({ cluster: true, promoteId: 'place' });
	const kindsOf = (source: unknown) =>
		(source as { data: typeof drawing.parts }).data.features.map(({ properties }) => properties.part);
	expect(kindsOf(symbols)).toEqual(Array<string>(COUNT).fill('symbol'));
	expect(kindsOf(parts)).not.toContain('symbol');
	const drawn = layers.filter((layer) => 'source' in layer && layer.source === 'symbols of hamlets');
	expect(drawn.map(({ id }) => id)).toEqual(['hamlets symbol', 'hamlets cluster']);
	const off = styleOf({ story, drawing }, { hidden: new Set(['hamlets']) }).layers;
	for (const { id } of drawn) expect(off.find((layer) => layer.id === id)?.layout?.visibility).toBe('none');
});

test('a story with few symbols has no clusters', () => {
	const { sources } = styleOf(theStory());
	expect(Object.values(sources).filter((source) => 'cluster' in source)).toEqual([]);
});

describe('a place with more passages than the page contains', () => {
	const [first] = story.places;
	const id = first!.id;
	// Every tenth passage is about it too.
	const passages = story.passages.map((passage, index) =>
		index % 10 === 0 && passage.places.every(({ place }) => place !== id)
			? { ...passage, places: [...passage.places, { place: id, because: 'It is near.' }] }
			: passage
	);
	const changed = { ...story, passages };
	const total = passages.filter(({ places }) => places.some(({ place }) => place === id)).length;
	const mapPage = mapPageOf(changed);
	const card = renderIsland(CardOnMap, pageStory(mapPage, changed), { id });

	test('numbers its passages among all, and links to the page with all of them', () => {
		const count = quotesIn(card).length;
		expect(count).toBeLessThan(total);
		expect(textOf(card)).toContain(`Passage 1 of ${total} about this place`);
		expect(textOf(card)).toContain(`All ${total} passages about this place`);
		expect(card).toContain(`href="./places/${id}/"`);
	});

	test('has all of them in its own file, each with the URL of the page that lists it', () => {
		const file = placeFile(placeStories(changed)(id)!, mapPage);
		expect(file.story.passages).toHaveLength(total);
		expect(file.story.totals).toEqual({});
		for (const passage of file.story.passages) {
			const index = passages.findIndex(({ id }) => id === passage.id);
			const list = file.lists[passage.id];
			expect(list).toBe(
				index < mapPage.story.passages.length ? undefined : `more/${Math.floor(index / 100) + 1}/`
			);
		}
	});
});

test('the page knows the id of every place that it does not contain', () => {
	const page = pageStory(mapPageOf(story), story);
	expect([...page.places.map(({ id }) => id), ...page.elsewhere].sort()).toEqual(
		story.places.map(({ id }) => id).sort()
	);
	expect(page.places.length).toBeLessThan(story.places.length);
});
