/** The HTML of quotes, lists, cards and the legend. */
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import PlaceArticle from '$lib/components/card/PlaceArticle.svelte';
import CardOnMap from '$lib/components/card/CardOnMap.svelte';
import Legend from '$lib/components/map-panel/Legend.svelte';
import Passages from '$lib/components/list/Passages.svelte';
import Quote from '$lib/components/Quote.svelte';
import { quotesIn, textOf } from '../../support/story/html';
import { pageOf, renderIsland } from '../../support/story/island';
import { lightStory } from '../../support/story/story';

const { story } = lightStory();
const page = pageOf(story);
const passageOf = (id: string) => page.passages.find((passage) => passage.id === id)!;
const placeOf = (id: string) => story.places.find((place) => place.id === id)!;
const cardOf = (id: string): string => renderIsland(CardOnMap, page, { id });
const quoteOf = (id: string): string =>
	render(Quote, { props: { passage: passageOf(id), language: 'en-GB' } }).body;
const quotesAt = (id: string) =>
	story.passages.filter(({ places }) => places.some(({ place }) => place === id));

describe('a quote', () => {
	test.each([
		['admitted', 'Alexander Lukashenko, as the newspaper reports him, speaking to the BBC'],
		['going-to-germany', 'Alexander Lukashenko, in his own words, to the BBC'],
		['accused', 'The Daily Telegraph, the newspaper’s own account'],
		['caption', 'AFP / Oksana Manchuk, photo caption']
	])('%s comes after who says it, and how', (id, says) => {
		const [before] = textOf(quoteOf(id)).split(passageOf(id).quote.slice(0, 20));
		expect(before?.trim()).toBe(says);
	});

	test('of a denial contains the word that denies', () => {
		expect(passageOf('denied').quote).toContain('denied');
	});

	test('shows the date of "yesterday"', () => {
		expect(textOf(quoteOf('two-groups'))).toMatch(/“yesterday”: 19 November 2021/);
		expect(textOf(quoteOf('caption'))).not.toContain('yesterday');
	});

	test.each(story.passages.map(({ id }) => id))('%s has exactly the text of the article', (id) => {
		expect(quotesIn(quoteOf(id))).toEqual([[id, passageOf(id).quote]]);
	});
});

describe('the list of passages', () => {
	const list = renderIsland(Passages, page, {});

	test('shows every quote in the order of the article, and how many words are left out between them', () => {
		expect(quotesIn(list)).toEqual(story.passages.map(({ id, quote }) => [id, quote]));
		const gaps = story.passages.slice(1).filter(({ unquotedBefore }) => unquotedBefore > 0).length;
		expect(textOf(list).match(/\d+ words of the article not quoted/g)).toHaveLength(gaps);
	});

	test('links each passage to its places', () => {
		const linked = [...list.matchAll(/data-place="([^"]*)"/g)].map(([, place]) => place);
		expect(linked).toEqual(story.passages.flatMap(({ places }) => places.map(({ place }) => place)));
	});

	test("marks only the republisher's comments as comments", () => {
		const items = list.split(/<li id=/).slice(1);
		for (const [index, { voice }] of story.passages.entries()) {
			expect(/^"[^"]*" class="[^"]*voice-comment/.test(items[index]!)).toBe(voice === 'comment');
			expect(textOf(items[index]!).includes('Not in the newspaper.')).toBe(voice === 'comment');
		}
	});
});

describe('the card of a place', () => {
	test.each(['border-camp', 'iraq', 'middle-east'])(
		'%s shows what the article says about it, and why each passage is there',
		(id) => {
			const card = cardOf(id);
			expect(card).toContain(`data-popup="${id}"`);
			expect(quotesIn(card)).toEqual(quotesAt(id).map((passage) => [passage.id, passage.quote]));
			expect(textOf(card).match(/Why here/g)).toHaveLength(quotesAt(id).length);
		}
	);

	test('says that the position of the camp is uncertain, and how precise it is', () => {
		expect(textOf(cardOf('border-camp'))).toMatch(
			/Somewhere within 2 km of the mark; worked out from reports, not surveyed/
		);
	});

	const crossings = story.places.filter(({ layer }) => layer === 'crossing-points').map(({ id }) => id);
	test.each(crossings)(
		'%s says that the article does not name it, and shows what the article says about the border',
		(id) => {
			const card = render(PlaceArticle, {
				props: { story: page, place: placeOf(id), home: './', lists: {} }
			}).body;
			expect(textOf(card)).toMatch(
				/The article does not name this place.*what it says of Belarus–Poland border/
			);
			expect(quotesIn(card)).toEqual(quotesAt('border').map((passage) => [passage.id, passage.quote]));
			expect(quotesIn(cardOf(id))).toEqual([]);
			expect(cardOf(id)).toContain('href="#border"');
			expect(textOf(card)).toContain('Position not checked');
			expect(textOf(card)).not.toContain('Why here');
		}
	);

	test.each(['russia', 'minsk', 'africa'])('%s says that only a comment is about it', (id) => {
		expect(textOf(cardOf(id))).toContain('Only a comment added by SOTT.net speaks of this place.');
		expect(cardOf(id)).toMatch(/<li class="voice-comment/);
	});
});

describe('the legend', () => {
	const legend = renderIsland(Legend, page, {});

	test('names every layer, each with a switch that needs script, and does not show comments at first', () => {
		for (const { label } of story.layers) expect(textOf(legend)).toContain(label);
		const inputs = legend.match(/<input[^>]*>/g) ?? [];
		expect(inputs.filter((input) => / data-layer="/.test(input))).toHaveLength(story.layers.length);
		for (const input of inputs) {
			expect(/ checked/.test(input)).toBe(/ data-layer="/.test(input));
			expect(/class="scripted/.test(input)).toBe(/ data-layer="/.test(input));
		}
		expect(inputs).toHaveLength(story.layers.length + 1);
	});
});
