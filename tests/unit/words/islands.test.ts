/** A browser takes long to make a formatter of Intl: the texts of islands that need one are written at build. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import CardOnMap from '$lib/components/card/CardOnMap.svelte';
import FullScreen from '$lib/components/FullScreen.svelte';
import Passages from '$lib/components/list/Passages.svelte';
import WalkBar from '$lib/components/list/WalkBar.svelte';
import PlaceIndex from '$lib/components/list/PlaceIndex.svelte';
import Legend from '$lib/components/map-panel/Legend.svelte';
import MapIsland from '$lib/components/map-panel/MapIsland.svelte';
import SnippetOffer from '$lib/components/snippet/SnippetOffer.svelte';
import { pageStory } from '$lib/server/pages/page-story';
import { words } from '$lib/words/words';
import { textOf } from '../../support/story/html';
import { renderIsland } from '../../support/story/island';
import { theStory } from '../../support/story/story';

const { story } = theStory();
// As of a large story, of which the page holds some passages of a place.
const total = { passages: story.passages.length, places: story.places.length };
const front = { story: { ...story, passages: story.passages.slice(0, 8) }, pages: 1, total };
const page = pageStory(front, story);

/** A formatter is kept once it is made, so what is watched is its use. */
const watchGetter = (prototype: object) => vi.spyOn(prototype as { format: unknown }, 'format', 'get');
let uses: ReturnType<typeof vi.fn>[];
beforeEach(() => {
	uses = [
		vi.spyOn(Intl.PluralRules.prototype, 'select'),
		vi.spyOn(Intl.ListFormat.prototype, 'format'),
		watchGetter(Intl.NumberFormat.prototype),
		watchGetter(Intl.DateTimeFormat.prototype),
		vi.spyOn(Number.prototype, 'toLocaleString'),
		vi.spyOn(Date.prototype, 'toLocaleDateString')
	] as unknown as typeof uses;
});
afterEach(() => vi.restoreAllMocks());
const used = (): number => uses.reduce((sum, use) => sum + use.mock.calls.length, 0);

test('the islands use no formatter', () => {
	const cards = page.places.map(({ id }) => renderIsland(CardOnMap, page, { id }));
	expect(textOf(cards.join(' '))).toMatch(/All \d+ passages about this place/);
	const lists = [renderIsland(Passages, page, {}), renderIsland(PlaceIndex, page, {})];
	expect(textOf(lists.join(' '))).toMatch(/\d+ words of the article not quoted/);
	renderIsland(WalkBar, page, { amount: '' });
	for (const island of [Legend, MapIsland, SnippetOffer, FullScreen]) renderIsland(island, page, {});
	expect(used()).toBe(0);
});

test('the use of each is noticed', () => {
	words.list.notQuoted({ count: 2 });
	expect(used()).toBe(1);
	words.about.whoSpeaks({ speakers: [{ speaker: 'A leader', share: 1 }] });
	expect(used()).toBe(3);
	words.quote.date({ phrase: 'yesterday', day: '2021-11-19' });
	expect(used()).toBe(4);
});
