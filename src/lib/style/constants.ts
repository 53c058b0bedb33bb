/** Sizes and limits that the still map, the share pictures and the live map share. */
import type { AreaNameStyle } from '$lib/model/drawing';

/**
 * Font of all labels. The style has no `glyphs` URL, so MapLibre draws the glyphs with the page's font of this name. It
 * reads the weight in the first name of `text-font`: `['BP Sans Bold', FONT]` is this font at weight 700.
 */
export const FONT = 'BP Sans';

/** More symbols than this are clustered: in one layer of the live map, or in all layers of the still map together. */
export const MAX_SYMBOLS = 60;

/** Font size of the names of places, in CSS pixels. */
export const NAME_SIZE = 13;
/** Font size of the names of signs that stand beside a line. */
export const SIGN_NAME_SIZE = 12.5;
/** Font size of the name of a town, in CSS pixels. */
export const townSize = (rank: number): number => (rank > 3 ? 12 : rank > 2 ? 13 : 14);
/** How names of areas are set: font size and tracking in CSS pixels, and the font size of the second name. */
export const AREA_NAMES: Record<AreaNameStyle, { size: number; tracking: number; localSize: number }> = {
	side: { size: 17, tracking: 3, localSize: 12 },
	filled: { size: 14, tracking: 1.6, localSize: 12.5 },
	region: { size: 11.5, tracking: 1.6, localSize: 11.5 },
	country: { size: 11.5, tracking: 1.6, localSize: 11.5 }
};
/** Font sizes of the name of a place that lies somewhere around its mark, and of the line below that says so. */
export const SOMEWHERE_SIZE = { name: 15, below: 12 };
/** CSS pixels between a position and its label. */
export const LABEL_GAP = 10;

/** Opacity of the fill of areas, of regions within them, and of the extents in which a place lies somewhere. */
export const AREA_OPACITY = { otherwise: 0.2, selected: 0.38 };
export const REGION_OPACITY = { otherwise: 0, selected: 0.2 };
/**
 * CSS pixels between the lines that hatch areas and regions, and how the lines are drawn. MapLibre draws a pattern up to 1.4
 * times larger, between two zooms.
 */
export const HATCHING = { area: 4, region: 5, width: 0.5, opacity: 0.45 };
export const EXTENT_OPACITY = { otherwise: 0.28, selected: 0.4 };
/** Dash and gap of outlines that are not certain, in widths of the line. */
export const BROKEN = [3, 2];

/** Widths in CSS pixels at zooms: of the line of a story, of what sets it off from the ground, and of its ribbon. */
export const LINE_WIDTHS: [zoom: number, line: number, halo: number, ribbon: number][] = [
	[3, 1.6, 4, 7],
	[5.2, 1.9, 4, 9],
	[6.2, 2, 5, 13],
	[7.5, 2.3, 6, 20],
	[10, 2.8, 7, 34]
];
/** Zoom at which the ribbons of a line begin. */
export const RIBBON_ZOOM = 4.5;
/** Widths of the bands of a ribbon, as shares of its width: two on the first side, one on the second. */
export const RIBBON_SHARES = { ribbon1: 1, ribbon1near: 0.5, ribbon2: 0.9 };
