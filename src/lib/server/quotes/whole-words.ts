/** Finds words in a text as whole words: "Belarus" is not found in "Belarusian", nor "ayer" in "anteayer". */

/** Offsets in UTF-16 code units; the end is exclusive. */
export type Span = [start: number, end: number];

/** A letter, combining mark or digit of any script. */
const WORD_CHARACTER = '[\\p{L}\\p{M}\\p{N}]';
const WORD = new RegExp(`${WORD_CHARACTER}+`, 'gu');
const ENDS_IN_WORD = new RegExp(`${WORD_CHARACTER}$`, 'u');
const BEGINS_WITH_WORD = new RegExp(`^${WORD_CHARACTER}`, 'u');

/** Two code units on each side are enough: no character has more. */
const isWhole = (text: string, [start, end]: Span): boolean =>
	!ENDS_IN_WORD.test(text.slice(Math.max(0, start - 2), start)) &&
	!BEGINS_WITH_WORD.test(text.slice(end, end + 2));

/** Every occurrence that does not overlap the one before. Letters must match exactly, including their case. */
export function wholeWords(text: string, words: string): Span[] {
	const found: Span[] = [];
	for (let offset = words ? text.indexOf(words) : -1; offset >= 0;) {
		const span: Span = [offset, offset + words.length];
		const whole = isWhole(text, span);
		if (whole) found.push(span);
		offset = text.indexOf(words, whole ? span[1] : offset + 1);
	}
	return found;
}

/** The same as `wholeWords`, for many searches in one long text: the text is indexed once. */
export function wordFinder(text: string): (words: string) => Span[] {
	const offsetsByWord = new Map<string, number[]>();
	for (const { 0: word, index } of text.matchAll(WORD)) {
		const offsets = offsetsByWord.get(word);
		if (offsets) offsets.push(index);
		else offsetsByWord.set(word, [index]);
	}
	return (words) => {
		// The rarest word gives the fewest candidates: "12" in "Camp 12".
		const [rarest] = [...words.matchAll(WORD)]
			.map(({ 0: word, index }) => ({ index, offsets: offsetsByWord.get(word) ?? [] }))
			.sort((a, b) => a.offsets.length - b.offsets.length);
		if (!rarest) return wholeWords(text, words);
		let previousEnd = 0;
		return rarest.offsets.flatMap((offset): Span[] => {
			const span: Span = [offset - rarest.index, offset - rarest.index + words.length];
			if (span[0] < previousEnd || !text.startsWith(words, span[0]) || !isWhole(text, span)) return [];
			previousEnd = span[1];
			return [span];
		});
	};
}
