/**
 * Sentences in which a component shows a value as an element, such as a link: the component gives SLOT as the value, and
 * puts the element between the texts that `cut` returns.
 */

/** A control character: no story holds one, because src/lib/server/input/text-rules.ts refuses it. */
export const SLOT = '\u001a';

/** The texts around the slots, in order: one text more than there are slots. */
export const cut = (sentence: string): string[] => sentence.split(SLOT);
