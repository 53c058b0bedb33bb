/** The names that the style and whoever changes it at run time must agree on. */

/** The font of all labels, as the style's `font-faces` name it. */
export const FONT = 'Noto Sans';

/** Where the style's `metadata` holds the MapIndex. */
export const INDEX = 'border-passages';

/** More symbols of one layer are gathered where they would hide each other. */
export const MOST_SYMBOLS = 60;

/** The global state that switches a layer off. */
export const switchOf = (layer: string): string => `hide ${layer}`;
