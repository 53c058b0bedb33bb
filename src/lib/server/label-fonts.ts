/** The fonts of the map's labels: of each file only the characters that this story's names need. */
import type { FontFacesSpecification } from '@maplibre/maplibre-gl-style-spec';
import { FONT } from '$lib/drawing/switches';
import type { Drawing } from '$lib/model';
import { rangesFor, subsetFont, type Range } from './fonts';

const FAMILY = 'noto-sans';

function labelCharacters({ parts, basemap }: Drawing): string {
	const names = [
		...parts.features.flatMap(({ properties: { name, local } }) => [name, local]),
		...basemap.towns.features.flatMap(({ properties: { name, local } }) => [name, local]),
		...basemap.countries.features.map(({ properties: { name } }) => name)
	];
	return [...new Set(names.join(''))].sort().join('');
}

export const labelRanges = (drawing: Drawing): Range[] => rangesFor(FAMILY, labelCharacters(drawing));

/** For the style; addresses are relative to it. */
export function fontFaces(drawing: Drawing): FontFacesSpecification {
	return {
		[FONT]: labelRanges(drawing).map(({ range, unicodeRange }) => ({
			url: `fonts/${range}.woff2`,
			'unicode-range': unicodeRange
		}))
	};
}

export const labelFont = (drawing: Drawing, range: string): Promise<Buffer> =>
	subsetFont(FAMILY, range, labelCharacters(drawing), 'woff2');
