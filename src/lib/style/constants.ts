/** What still map, share pictures and live style must agree on. */

/** Of all names: the reader's own, as on the page and on the still map. MapLibre draws their letters from it itself. */
export const FONT = 'sans-serif';

/** More symbols of one layer are gathered where they would hide each other. */
export const MOST_SYMBOLS = 60;

/** CSS pixels: names of places and of towns, and how far a name stands from its position. */
export const NAME_SIZE = 13;
export const TOWN_SIZE = 11.5;
export const LABEL_GAP = 10;
