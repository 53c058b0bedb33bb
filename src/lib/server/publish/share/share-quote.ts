/** A quote on a share picture: who says it and how, and below all of it, beside the rule of its voice. */
import type { Passage, Voice } from '$lib/model/story';
import { palette } from '$lib/style/palette';
import { cut, SLOT } from '$lib/words/slots';
import { splitAtMarks } from '$lib/words/spoken';
import { words } from '$lib/words/words';
import { bold, drawLines, fitBalanced, hasAll, heightOf, plain, type Wrapped } from './typeset';

/** Pixels between the rule and the words, and between the speaker and the quote. */
const INDENT = 30;
const GAP = 12;
const SIZES = [37, 34, 31, 28, 26, 24, 22];
const colour = palette.light;

export interface FittedQuote {
	voice: Voice;
	says: Wrapped;
	quote: Wrapped;
}

/** The first of the passages that fits as a whole: a quote is never cut. */
export function firstFitting(
	passages: Passage[],
	{ width, height }: { width: number; height: number }
): FittedQuote | undefined {
	for (const { quote, speaker, voice, to } of passages) {
		const [before = '', after = ''] = cut(words.quote.speaker({ ...speaker, name: SLOT, voice, to }));
		const said = [...plain(before), ...bold(speaker.name), ...plain(after)];
		const says = fitBalanced('source-sans-3', said, [21, 19], width, 2);
		if (!says || !hasAll('source-serif-4', quote)) continue;
		const pieces = splitAtMarks(quote).map(({ text, spoken }) => ({ text, bold: spoken }));
		const room = height - heightOf(says) - GAP;
		const fitted = fitBalanced('source-serif-4', pieces, SIZES, width - INDENT, (leading) => room / leading);
		if (fitted) return { voice, says, quote: fitted };
	}
	return undefined;
}

export function drawQuote({ voice, says, quote }: FittedQuote, { x, y }: { x: number; y: number }): string {
	const top = y + heightOf(says) + GAP;
	return [
		drawLines(says, { x, y }, (weight) => (weight === 'bold' ? colour.text : colour.quiet)),
		drawRule(voice, x, top, heightOf(quote)),
		drawLines(quote, { x: x + INDENT, y: top }, () => colour.text)
	].join('\n');
}

/** As beside a quote on the page: solid for the speaker's own words, broken for reported speech. */
function drawRule(voice: Voice, x: number, y: number, height: number): string {
	const line = (at: number, width: number, attributes = ''): string =>
		`<path d="M${x + at} ${y}v${height}" stroke="${voice === 'narration' ? colour.quiet : colour.text}" ` +
		`stroke-width="${width}" ${attributes}/>`;
	switch (voice) {
		case 'direct':
			return line(2.5, 5);
		case 'indirect':
			return line(2.5, 5, 'stroke-dasharray="12 9"');
		case 'caption':
			return line(1, 2) + line(6, 2);
		default:
			return line(1, 2);
	}
}
