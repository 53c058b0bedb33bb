/** Sizes and limits that the still map, the share pictures and the live map share. */

/**
 * Font of all labels. The style has no `glyphs` URL, so MapLibre draws the glyphs with a font of the reader's system.
 */
export const FONT = 'sans-serif';

/** More symbols than this are clustered: in one layer of the live map, or in all layers of the still map together. */
export const MAX_SYMBOLS = 60;

/** Font size of the names of places, in CSS pixels. */
export const NAME_SIZE = 13;
/** Font size of the names of towns, in CSS pixels. */
export const TOWN_SIZE = 11.5;
/** CSS pixels between a position and its label. */
export const LABEL_GAP = 10;
