import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { afterAll, expect, test } from 'vitest';
import { styleOf } from '$lib/server/near';
import { compile } from '$lib/server/compile';
import { frontOf, furtherPage } from '$lib/server/front';
import { drawMaps } from '$lib/server/maps';
import { readStory } from '$lib/server/read';
// @ts-expect-error It is plain JavaScript, for the benchmark is.
import { inventStory } from '../bench/invent.mjs';
import { theStory } from '../support/story/story';

const COUNT = 230;
const folder = mkdtempSync(join(tmpdir(), 'large-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
inventStory(folder, COUNT);
const { story, drawing } = compile(readStory(folder));

test('a small story stands whole on the page with the map', () => {
	const { story: small } = theStory();
	expect(frontOf(small)).toMatchObject({ story: small, pages: 0 });
});

test('of a large one its beginning does, with every place that is named there', () => {
	const { story: front, pages, total } = frontOf(story);
	expect(front.passages).toEqual(story.passages.slice(0, 20));
	const named = front.passages.flatMap(({ places }) => places.map(({ place }) => place));
	expect(front.places.map(({ id }) => id).sort()).toEqual([...new Set(named)].sort());
	expect({ pages, total }).toEqual({ pages: 3, total: { passages: COUNT, places: COUNT } });
});

test('its further pages hold every passage and every place once, in their order', () => {
	const pages = [1, 2, 3].map((page) => furtherPage(story, page));
	expect(pages.flatMap(({ passages }) => passages)).toEqual(story.passages);
	expect(pages.flatMap(({ places }) => places)).toEqual(story.places);
});

test('on its still map no symbol hides another, and every place is drawn or counted', () => {
	const { marks } = drawMaps(story, drawing).still;
	expect(marks.reduce((sum, { more = 0 }) => sum + 1 + more, 0)).toBe(COUNT);
	expect(marks.length).toBeLessThan(120);
	const apart = marks.flatMap((a, index) =>
		marks.slice(index + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y))
	);
	expect(Math.min(...apart)).toBeGreaterThan(70);
});

test('on its live map each symbol is in one source, which gathers those that would hide each other', () => {
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
	for (const { layout } of drawn) expect(JSON.stringify(layout?.visibility)).toContain('hide hamlets');
});

test('a story of few symbols has no clusters', () => {
	const { sources } = styleOf(theStory());
	expect(Object.values(sources).filter((source) => 'cluster' in source)).toEqual([]);
});
