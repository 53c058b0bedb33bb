/** The names that the style and whoever changes it at run time must agree on. */

/** Of all names: the reader's own, as on the page and on the still map. MapLibre draws their letters from it itself. */
export const FONT = 'sans-serif';

/** Where the style's `metadata` holds the MapIndex. */
export const INDEX = 'border-passages';

/** More symbols of one layer are gathered where they would hide each other. */
export const MOST_SYMBOLS = 60;

/** The global state that switches a layer off. */
export const switchOf = (layer: string): string => `hide ${layer}`;
