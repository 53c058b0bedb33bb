/**
 * Lets a component put an element, such as a link, into a sentence of the catalogue. The component passes SLOT as the
 * value, cuts the sentence, and renders its element between the texts.
 */

/** A control character. No story contains one: src/lib/server/input/text-rules.ts refuses it. */
export const SLOT = '\u001a';

/** The texts around the slots, in order; there is one more than there are slots. */
export const cut = (sentence: string): string[] => sentence.split(SLOT);
