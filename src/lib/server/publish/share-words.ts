/** The words beside the map: what the picture is of, one quote of it if there is room for all of it, and the source. */
import { palette } from '$lib/style/palette';
import type { Passage, Place, Story } from '$lib/model/story';
import { words } from '$lib/words/words';
import { balanced, fit, fitOrCut, hasAll, spans, type Wrapped } from './typeset';

/** Between the words and the citation, with the rule in it. */
const RULE_ROOM = 36;
const colour = palette.light;

export interface Column {
	margin: number;
	width: number;
	height: number;
}

export function drawWords(
	{ article, passages, places }: Story,
	{ margin, width, height }: Column,
	place?: Place
): string {
	const drawn: string[] = [];
	let y = margin;
	const put = ({ family, lines, size, leading }: Wrapped, ink: string): void => {
		for (const line of lines) {
			const baseline = Math.round(y + leading / 2 + size * 0.35);
			const text = spans(family, line);
			drawn.push(`<text x="${margin}" y="${baseline}" font-size="${size}" fill="${ink}">${text}</text>`);
			y += leading;
		}
	};
	const cite = fitOrCut(article.citation, [19, 17], width, 2);
	const end = height - margin - cite.lines.length * cite.leading;

	if (place) {
		put(fitOrCut(article.title, [20, 18], width, 2), colour.quiet);
		y += 20;
		put(fitOrCut(place.name.replace(/ (?=[–—])/g, '\u00a0'), [46, 38, 30], width, 2), colour.text);
		const kind = words.share.kind({
			kind: place.kind.replace(/^./u, (letter) => letter.toUpperCase()),
			uncertain: place.certainty === 'uncertain',
			drawn: place.anchor !== null
		});
		put(fitOrCut(kind, [20, 18], width, 2), colour.quiet);
		y += 22;
		const own = passages.filter(
			({ voice, places: spoken }) => voice !== 'comment' && spoken.some((entry) => entry.place === place.id)
		);
		const said = own[0] && quoteIn(own[0], width, end - RULE_ROOM - y);
		if (said) {
			put(said.speaker, colour.quiet);
			y += 6;
			put(said.quote, colour.text);
		} else {
			const { passages: spoken, onlyComment, notNamed } = words.share;
			const unspoken = place.quoted === 'comment' ? onlyComment : notNamed;
			const text = own.length > 0 ? spoken({ count: own.length }) : unspoken;
			put(fitOrCut(text, [24], width, 3), colour.text);
		}
	} else {
		put(fitOrCut(article.title, [50, 44, 36, 30], width, 5), colour.text);
		y += 16;
		put(fitOrCut(article.summary, [26, 22], width, 4), colour.text);
		y += 16;
		const amount = words.share.amount({ passages: passages.length, places: places.length });
		put(fitOrCut(amount, [20], width, 1), colour.quiet);
	}

	drawn.push(`<path d="M${margin} ${end - 16}h${width}" stroke="${colour.rule}" stroke-width="2"/>`);
	y = end;
	put(cite, colour.quiet);
	return drawn.join('\n');
}

/** Who says it, and then all of it; undefined where there is no room for all. */
function quoteIn({ quote, speaker, voice, to }: Passage, width: number, height: number) {
	const said = words.quote.speaker({ ...speaker, voice, to });
	const says = fit('source-sans-3', said, [19, 17], width, 2);
	if (!says || !hasAll('source-serif-4', quote)) return undefined;
	// A quote that opens with a mark of its own needs no second.
	const marked = /^["“„«]/.test(quote) ? quote : words.quote.marked({ quote });
	const room = height - says.lines.length * says.leading - 6;
	const whole = fit('source-serif-4', marked, [32, 29, 26, 24, 22], width, (leading) => room / leading);
	return whole && { speaker: balanced(says, width), quote: whole };
}
