/** Makes surveyed places of the layers: checks each place alone, rounds it, and checks its relations. */
import type { Checked, Fault, Finding } from '../input/faults';
import { checkGeometry, emptyPolygonOf, isArea, type PlaceGeometry } from './geometry';
import { checkRelations, checkSides } from './relate';
import { rounding } from './round';
import type { LayerSource, Surveyed } from './surveyed';

/**
 * The places by id, in the order of the files.
 * @param complete whether all layers could be read
 */
export function survey(sources: LayerSource[], complete: boolean): Checked<Map<string, Surveyed>> {
	const { value: places, faults } = checkAlone(sources);
	const round = rounding([...places.values()]);
	for (const place of places.values()) {
		const unrounded = place.geometry;
		place.geometry = round(place);
		if (!isArea(place.geometry) || !emptyPolygonOf(place.geometry)) continue;
		const fault = `encloses nothing once rounded to its precision of ${place.properties.precision} m`;
		const mend = 'Say a finer precision, or remove that outline.';
		faults.push(faultOf(place, { fault, found: unrounded?.coordinates, mend }));
		place.geometry = null;
	}
	for (const place of places.values())
		if (place.geometry)
			for (const check of [checkRelations, checkSides])
				for (const finding of check(place, places, complete)) faults.push(faultOf(place, finding));
	return { value: places, faults };
}

/** Checks each place without regard to the others. Of two places with one id only the first is kept. */
function checkAlone(sources: LayerSource[]): Checked<Map<string, Surveyed>> {
	const places = new Map<string, Surveyed>();
	const faults: Fault[] = [];
	for (const { id: layerId, file, layer } of sources) {
		for (const { id, geometry, properties } of layer.features) {
			const otherLayer = places.get(id)?.layer;
			if (otherLayer) {
				const fault = `has the id of a place in layer "${otherLayer}"`;
				faults.push(faultOf({ file, id }, { fault, found: id, mend: 'Give each place its own id.' }));
				continue;
			}
			const given = geometry as PlaceGeometry | null;
			const checked = checkGeometry(given, properties, layer.bbox);
			for (const finding of checked.findings) faults.push(faultOf({ file, id }, finding));
			places.set(id, { id, layer: layerId, file, properties, given, geometry: checked.geometry });
		}
	}
	return { value: places, faults };
}

const faultOf = ({ file, id }: Pick<Surveyed, 'file' | 'id'>, finding: Finding): Fault => ({
	file,
	thing: `place "${id}"`,
	...finding
});
