/** The fonts of the map's labels, from this site: the style's `font-faces`, by script. */
import type { FontFacesSpecification } from '@maplibre/maplibre-gl-style-spec';
import cyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2?url';
import latin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latinExtended from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import { FONT } from '$lib/drawing/switches';

const absolute = (url: string): string => new URL(url, document.baseURI).href;

export const fontFaces: FontFacesSpecification = {
	[FONT]: [
		{ url: absolute(latin), 'unicode-range': ['U+0000-00FF', 'U+2000-206F'] },
		{ url: absolute(latinExtended), 'unicode-range': ['U+0100-02BA', 'U+1E00-1EFF'] },
		{ url: absolute(cyrillic), 'unicode-range': ['U+0400-045F', 'U+0490-0491'] }
	]
};
