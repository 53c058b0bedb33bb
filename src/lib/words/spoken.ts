/**
 * Splits a quote at its quotation marks, so that words which the article itself puts in quotation marks can be set apart
 * from what stands around them ("he said").
 */

export interface Piece {
	text: string;
	/** Whether the article puts the text in quotation marks. The marks belong to it. */
	spoken: boolean;
}

/** Marks that close by the mark that opens. „ is closed by “ in German, and by ” in Polish and Dutch. */
const CLOSING: Record<string, string> = { '“': '”', '"': '"', '«': '»', '„': '“”' };

/**
 * The pieces joined are the quote. Marks inside marks open nothing new. A mark that nothing closes reaches to the end of
 * its paragraph: in speech of several paragraphs only the last one closes it.
 */
export function splitAtMarks(quote: string): Piece[] {
	const pieces: Piece[] = [];
	let closing: string[] = [];
	let start = 0;
	const end = (at: number, spoken: boolean): void => {
		if (at > start) pieces.push({ text: quote.slice(start, at), spoken });
		start = at;
	};
	for (let at = 0; at < quote.length; at++) {
		const letter = quote.charAt(at);
		const wasSpoken = closing.length > 0;
		if (letter === '\n') closing = [];
		else if (closing.at(-1)?.includes(letter)) closing.pop();
		else if (letter in CLOSING) closing.push(CLOSING[letter] ?? '');
		const isSpoken = closing.length > 0;
		if (isSpoken && !wasSpoken) end(at, false);
		else if (wasSpoken && !isSpoken) end(letter === '\n' ? at : at + 1, true);
	}
	end(quote.length, closing.length > 0);
	return pieces;
}
