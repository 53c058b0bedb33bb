/**
 * The words beside the map: the shortest quote if there is room for all of it, and otherwise what the picture is of; below,
 * the title and the source.
 */
import { palette } from '$lib/style/palette';
import { signOf } from '$lib/style/symbols';
import type { Passage, Place, Story } from '$lib/model/story';
import { words } from '$lib/words/words';
import { drawQuote, firstFitting } from './share-quote';
import { bold, drawLines, fitOrCut, heightOf, type Wrapped } from './typeset';

/** Pixels between the parts of the column. */
const GAP = 24;
const colour = palette.light;

export interface Column {
	margin: number;
	width: number;
	height: number;
}

export function drawWords(story: Story, { margin, width, height }: Column, place?: Place): string {
	const { article, places } = story;
	const drawn: string[] = [];
	let y = margin;
	const put = (wrapped: Wrapped, ink: string): void => {
		drawn.push(drawLines(wrapped, { x: margin, y }, () => ink));
		y += heightOf(wrapped);
	};
	const title = fitOrCut(article.title, [21, 19], width, 2, bold);
	const cite = fitOrCut(article.citation, [19, 17], width, 2);
	const end = height - margin - heightOf(title) - heightOf(cite);

	// The picture of the story has a quote about its first place, but the name of a place only on the map.
	const subject = place ?? places.find(({ quoted }) => quoted === 'article');
	const quotes = subject ? quotesAt(story, subject) : [];
	const head = place && [
		fitOrCut(place.name.replace(/ (?=[–—])/g, '\u00a0'), [30, 26], width, 2, bold),
		fitOrCut(kindOf(place), [20, 18], width, 2)
	];
	const headHeight = head ? head.reduce((sum, part) => sum + heightOf(part), GAP) : 0;
	const quote = firstFitting(quotes, { width, height: end - GAP - y - headHeight });
	if (quote) {
		for (const [index, part] of (head ?? []).entries()) put(part, index === 0 ? colour.text : colour.quiet);
		drawn.push(drawQuote(quote, { x: margin, y: y + (head ? GAP : 0) }));
	} else
		for (const { text, ink } of place
			? unquoted(story, place, quotes.length, width)
			: opening(story, width)) {
			put(text, ink);
			y += GAP / 2;
		}

	y = end;
	put(title, colour.text);
	put(cite, colour.quiet);
	return drawn.join('\n');
}

/** The passages of the article about the place, the shortest first. */
const quotesAt = ({ passages }: Story, { id }: Place): Passage[] =>
	passages
		.filter(({ voice, places }) => voice !== 'comment' && places.some(({ place }) => place === id))
		.sort((a, b) => a.quote.length - b.quote.length);

const kindOf = ({ kind, certainty, anchor }: Place): string =>
	words.share.kind({
		kind: kind.replace(/^./u, (letter) => letter.toUpperCase()),
		uncertain: certainty === 'uncertain',
		drawn: anchor !== null
	});

interface Part {
	text: Wrapped;
	ink: string;
}

/** What stands in place of a quote: the place, its status, and whether the article speaks of it. */
function unquoted({ layers }: Story, place: Place, count: number, width: number): Part[] {
	const { passages, onlyComment, notNamed } = words.share;
	const layer = layers.find(({ id }) => id === place.layer);
	const { status } = place;
	const stated = layer && status && words.card.status({ ...status, value: signOf(layer, status).label });
	const spoken = count > 0 ? passages({ count }) : place.quoted === 'comment' ? onlyComment : notNamed;
	const name = place.name.replace(/ (?=[–—])/g, '\u00a0');
	return [
		{ text: fitOrCut(name, [46, 38, 30], width, 2, bold), ink: colour.text },
		{ text: fitOrCut(kindOf(place), [22, 20], width, 2), ink: colour.quiet },
		...(stated
			? [{ text: fitOrCut(stated.replace(/ (?=\d)/g, '\u00a0'), [28, 24], width, 2, bold), ink: colour.text }]
			: []),
		{ text: fitOrCut(spoken, [26], width, 3), ink: colour.text }
	];
}

/** What stands in place of a quote on the picture of the story. */
function opening({ article, passages, places }: Story, width: number): Part[] {
	const amount = words.share.amount({ passages: passages.length, places: places.length });
	return [
		{ text: fitOrCut(article.summary, [40, 34, 28], width, 6), ink: colour.text },
		{ text: fitOrCut(amount, [20], width, 1), ink: colour.quiet }
	];
}
