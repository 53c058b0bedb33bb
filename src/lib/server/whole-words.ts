/** Where words stand in a text as whole words: "Belarus" is not found in "Belarusian", nor "ayer" in "anteayer". */
export type Span = [start: number, end: number];

export function wholeWords(text: string, words: string): Span[] {
	const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const whole = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${escaped}(?![\\p{L}\\p{M}\\p{N}])`, 'gu');
	return [...text.matchAll(whole)].map(({ index }): Span => [index, index + words.length]);
}
