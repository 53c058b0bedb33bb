/** Where words stand in a text as whole words: "Belarus" is not found in "Belarusian", nor "ayer" in "anteayer". */
export type Span = [start: number, end: number];

const LETTER = '[\\p{L}\\p{M}\\p{N}]';
const RUN = new RegExp(`${LETTER}+`, 'gu');
const BEGINS = new RegExp(`^${LETTER}+`, 'u');

export function wholeWords(text: string, words: string): Span[] {
	const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const whole = new RegExp(`(?<!${LETTER})${escaped}(?!${LETTER})`, 'gu');
	return [...text.matchAll(whole)].map(({ index }): Span => [index, index + words.length]);
}

/** The same for many words in one long text, which is looked through once. */
export function wordFinder(text: string): (words: string) => Span[] {
	const starts = new Map<string, number[]>();
	for (const { 0: run, index } of text.matchAll(RUN)) {
		const known = starts.get(run);
		if (known) known.push(index);
		else starts.set(run, [index]);
	}
	return (words) => {
		const [first] = BEGINS.exec(words) ?? [];
		if (first === undefined) return wholeWords(text, words);
		let end = 0;
		return (starts.get(first) ?? []).flatMap((start): Span[] => {
			const until = start + words.length;
			const goesOn = BEGINS.test(text.slice(until, until + 2));
			if (start < end || goesOn || !text.startsWith(words, start)) return [];
			end = until;
			return [[start, end]];
		});
	};
}
