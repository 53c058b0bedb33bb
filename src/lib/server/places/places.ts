/** Makes the places, drawn parts and credits of the story from the surveyed places and the passages. */
import type { BBox } from 'geojson';
import type { DrawnPart } from '$lib/model/drawing';
import type { Layer, Passage, Place, Story } from '$lib/model/story';
import { words } from '$lib/words/words';
import { derive } from './derive';
import type { Checked, Fault } from '../input/faults';
import type { LayerSource, Surveyed } from './surveyed';
import { localName, nameIn } from './names';
import { neighbours } from './neighbours';
import type { Derived } from './shapes';

/**
 * The places of the story, and by id what is drawn of them. A place without a name in `language` is a fault.
 * @param language BCP 47 tag of the story
 * @param view the bounding box of the first view, which decides where areas are labelled
 */

export function listPlaces(
	surveyed: Map<string, Surveyed>,
	passages: Passage[],
	language: string,
	view: BBox
): Checked<{ places: Place[]; derived: Map<string, Derived> }> {
	const derived = new Map<string, Derived>();
	for (const [id, place] of surveyed) {
		const drawn = derive(place, surveyed, view);
		if (drawn) derived.set(id, drawn);
	}
	const alsoHere = neighbours(derived);
	const quoted = quotedAt(passages);
	const faults: Fault[] = [];
	const places = [...surveyed.values()].map(({ id, layer, properties }): Place => {
		const { names, listed: _listed, ...rest } = properties;
		const name = nameIn(names, language);
		if (name === undefined)
			faults.push({
				file: `geo/${layer}.geojson`,
				thing: `place "${id}"`,
				fault: 'has no name in the language of the page',
				found: names,
				mend: `Add "${language}" to its names.`
			});
		const drawn = derived.get(id);
		return {
			...(rest as Omit<typeof rest, 'on'>),
			id,
			layer,
			name: name ?? id,
			names,
			quoted: quoted.get(id) ?? 'none',
			...(drawn?.parts.some(({ part }) => part === 'area') && { outlined: true }),
			anchor: drawn?.anchor ?? null,
			bbox: drawn?.bbox ?? null,
			alsoHere: alsoHere.get(id) ?? []
		} as Place;
	});
	return { value: { places, derived }, faults };
}

/** By id of a place, whether the article or only a comment speaks of it. Other places have no entry. */
function quotedAt(passages: Passage[]): Map<string, 'article' | 'comment'> {
	const quoted = new Map<string, 'article' | 'comment'>();
	for (const { voice, places } of passages)
		for (const { place } of places)
			if (quoted.get(place) !== 'article') quoted.set(place, voice === 'comment' ? 'comment' : 'article');
	return quoted;
}

/** The drawn parts of all places, as GeoJSON features. */
export function drawParts(places: Place[], derived: Map<string, Derived>): DrawnPart[] {
	const tints = new Map(
		places.flatMap(({ sides }) => (sides ?? []).map((id, index) => [id, index === 0 ? 1 : 2] as const))
	);
	return places.flatMap(({ id, layer, name, names, local, quoted, certainty, within, precision }) => {
		const tint = tints.get(id);
		const own = derived.get(id)?.parts ?? [];
		const isInner = within !== undefined && own.some(({ part }) => part === 'area');
		const hasExtent = own.some(({ part }) => part === 'extent');
		const isSomewhere = hasExtent && certainty === 'uncertain';
		const somewhere = words.map.somewhere({ metres: precision ?? 0 });
		return own.map(({ part, geometry, extent, from, until, left }): DrawnPart => ({
			type: 'Feature',
			geometry,
			properties: {
				place: id,
				layer,
				part,
				name,
				local: localName(names, local, name),
				quoted,
				hollow: certainty === 'uncertain',
				extent: Math.round(extent),
				...(hasExtent && part === 'symbol' && { central: true }),
				...(isSomewhere && part === 'symbol' && { somewhere }),
				...(from !== undefined && { from }),
				...(until !== undefined && { until }),
				...(isInner && { inner: true as const }),
				...(left && { left }),
				...(tint && { tint })
			}
		}));
	});
}

export const layerOf = ({ id, layer: { label, description, hue, shape, statuses } }: LayerSource): Layer => ({
	id,
	label,
	description,
	hue,
	shape,
	statuses
});

/** The provenances of the places, one for each source and licence. */
export function creditsOf(places: Place[]): Story['credits'] {
	const bySource = new Map(
		places.map(({ provenance }) => [`${provenance.source} ${provenance.licence}`, provenance])
	);
	return [...bySource.values()];
}
