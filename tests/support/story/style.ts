/** The style of a story's live map, as a reader has it who has chosen nothing. */
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { buildStyle, type Look } from '$lib/style/style';
import type { Compiled } from '$lib/server/compile';
import { mapDataOf } from '$lib/server/publish/map-data';

export const styleOf = (compiled: Compiled, look: Partial<Look> = {}): StyleSpecification =>
	buildStyle(mapDataOf(compiled), { theme: 'light', hidden: new Set(), ...look });
