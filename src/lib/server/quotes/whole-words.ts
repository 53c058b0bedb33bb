/** Where words stand in a text as whole words: "Belarus" is not found in "Belarusian", nor "ayer" in "anteayer". */
export type Span = [start: number, end: number];

const LETTER = '[\\p{L}\\p{M}\\p{N}]';
const RUN = new RegExp(`${LETTER}+`, 'gu');
const ENDS = new RegExp(`${LETTER}$`, 'u');
const BEGINS = new RegExp(`^${LETTER}`, 'u');

/** A letter has one or two code units. */
const isWhole = (text: string, [start, end]: Span): boolean =>
	!ENDS.test(text.slice(Math.max(0, start - 2), start)) && !BEGINS.test(text.slice(end, end + 2));

export function wholeWords(text: string, words: string): Span[] {
	const found: Span[] = [];
	for (let at = words ? text.indexOf(words) : -1; at >= 0;) {
		const span: Span = [at, at + words.length];
		const whole = isWhole(text, span);
		if (whole) found.push(span);
		at = text.indexOf(words, whole ? span[1] : at + 1);
	}
	return found;
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
		// Of "Camp 12" the number is rarer than the camp.
		const [rarest] = [...words.matchAll(RUN)]
			.map(({ 0: run, index }) => ({ index, places: starts.get(run) ?? [] }))
			.sort((a, b) => a.places.length - b.places.length);
		if (!rarest) return wholeWords(text, words);
		let end = 0;
		return rarest.places.flatMap((at): Span[] => {
			const span: Span = [at - rarest.index, at - rarest.index + words.length];
			if (span[0] < end || !text.startsWith(words, span[0]) || !isWhole(text, span)) return [];
			end = span[1];
			return [span];
		});
	};
}
