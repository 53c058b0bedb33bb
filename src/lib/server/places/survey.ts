/** Layers to surveyed places: each checked by itself, rounded to its precision, and checked against the others. */
import type { Fault, Report } from '../input/faults';
import { checkedGeometry, emptyOf, isArea, type PlaceGeometry } from './geometry';
import { checkRelations } from './relate';
import { rounding } from './round';
import type { LayerSource, Surveyed } from './surveyed';

/** `complete`: no layer is unread. */
export function survey(sources: LayerSource[], complete: boolean, faults: Fault[]): Map<string, Surveyed> {
	const places = new Map<string, Surveyed>();
	const reportOn = (file: string, id: string): Report => {
		return (fault, found, mend) => faults.push({ file, thing: `place "${id}"`, fault, found, mend });
	};
	for (const { id: layerId, file, layer } of sources) {
		for (const { id, geometry, properties } of layer.features) {
			const report = reportOn(file, id);
			const other = places.get(id)?.layer;
			if (other) {
				report(`has the id of a place in layer "${other}"`, id, 'Give each place its own id.');
				continue;
			}
			const given = geometry as PlaceGeometry | null;
			const checked = checkedGeometry(given, properties, layer.bbox, report);
			places.set(id, { id, layer: layerId, file, properties, given, geometry: checked });
		}
	}
	const round = rounding([...places.values()]);
	for (const place of places.values()) {
		const exact = place.geometry;
		place.geometry = round(place);
		if (!isArea(place.geometry) || !emptyOf(place.geometry)) continue;
		const fault = `encloses nothing once rounded to its precision of ${place.properties.precision} m`;
		reportOn(place.file, place.id)(
			fault,
			exact?.coordinates,
			'Say a finer precision, or remove that outline.'
		);
		place.geometry = null;
	}
	for (const place of places.values())
		if (place.geometry) checkRelations(place, places, complete, reportOn(place.file, place.id));
	return places;
}
