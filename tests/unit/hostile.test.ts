import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Card from '$lib/components/Card.svelte';
import Legend from '$lib/components/Legend.svelte';
import Passages from '$lib/components/Passages.svelte';
import { quotesIn, shapeOf, textOf } from './html';
import { lightStory } from './story';

const { story } = lightStory();

const written = ['quote', 'verb', 'to', 'words', 'because', 'phrase', 'name', 'en', 'role', 'kind', 'note'];
const alsoWritten = ['label', 'detail', 'source', 'licence'];

/** The story with a text put wherever an editor writes one. */
function storyWith(text: string): typeof story {
	const spoilt = JSON.parse(JSON.stringify(story), (key, value: unknown) =>
		typeof value === 'string' && [...written, ...alsoWritten].includes(key) ? text : value
	) as typeof story;
	return { ...spoilt, article: story.article };
}

/** As many texts, none of them hostile. */
const plain = storyWith('x');

describe.each([
	'<script>alert(1)</script>',
	'{@html "<b>bold</b>"}',
	'"><img src=x onerror=alert(1)>',
	"' onmouseover='alert(1)",
	'</blockquote></article><!-- & &amp; -->',
	'<svg/onload=alert(1)>'
])('the text %s', (text) => {
	const hostile = storyWith(text);
	const views = {
		list: (of: typeof story) => render(Passages, { props: { story: of } }).body,
		legend: (of: typeof story) =>
			render(Legend, {
				props: { story: of }
			}).body,
		...Object.fromEntries(
			['border-camp', 'kuznica-bruzgi-road', 'africa'].map((id) => [
				id,
				(of: typeof story) =>
					render(Card, { props: { story: of, place: of.places.find((place) => place.id === id)! } }).body
			])
		)
	};

	test.each(Object.entries(views))(
		'adds no tag and no attribute to the %s, and is shown as it is',
		(_name, view) => {
			const html = view(hostile);
			const shown = text.replace(/\s+/g, ' ');
			expect(textOf(html)).toContain(shown);
			for (const [, quote] of quotesIn(html)) expect(quote).toBe(text);
			expect(shapeOf(html)).toEqual(shapeOf(view(plain)));
		}
	);
});
