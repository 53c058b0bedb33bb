/** Builds the style of a story's live map. */
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { buildStyle, type Look } from '$lib/style/style';
import type { Compiled } from '$lib/server/compile';
import { mapDataOf } from '$lib/server/publish/map-data';

/** The style with `look` in place of the defaults: the light theme, with no layer hidden. */
export const styleOf = (compiled: Compiled, look: Partial<Look> = {}): StyleSpecification =>
	buildStyle(mapDataOf(compiled), { theme: 'light', hidden: new Set(), ...look });
