/** What the style and whoever reads it at run time must agree on. */

/** Of all names: the reader's own, as on the page and on the still map. MapLibre draws their letters from it itself. */
export const FONT = 'sans-serif';

/** More symbols of one layer are gathered where they would hide each other. */
export const MOST_SYMBOLS = 60;
