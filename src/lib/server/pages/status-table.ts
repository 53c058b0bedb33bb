/** Lists the places of a view that have a status, layer by layer, in the order in which they lie. */
import { project } from '$lib/geo/mercator';
import type { StatusTable } from '$lib/model/page';
import type { Layer, Place, Status } from '$lib/model/story';
import { signOf } from '$lib/style/symbols';
import { words } from '$lib/words/words';
import { withStatus } from './page-story';
import { statusKeys } from './status-key';

/** A table for each layer of which the places have a status. */
export function statusTables(layers: Layer[], places: Place[]): StatusTable[] {
	return statusKeys({ layers, places }).flatMap((key) => {
		const layer = layers.find(({ id }) => id === key.layer);
		return layer ? [{ key, ...tableOf(layer, places) }] : [];
	});
}

function tableOf(layer: Layer, places: Place[]): Omit<StatusTable, 'key'> {
	const listed = places.flatMap((place) =>
		place.layer === layer.id && place.status && place.anchor
			? [{ place, status: place.status, at: project(place.anchor) }]
			: []
	);
	const spread = (axis: 0 | 1): number => {
		const values = listed.map(({ at }) => at[axis]);
		return Math.max(...values) - Math.min(...values);
	};
	const eastward = spread(0) > spread(1);
	const axis = eastward ? 0 : 1;
	const [first, ...otherDates] = new Set(listed.map(({ status }) => status.date));
	const date = otherDates.length === 0 ? first : undefined;
	return {
		caption: words.table.caption({ layer: layer.label, eastward }),
		when: words.table.when({ date }),
		rows: listed
			.sort((a, b) => a.at[axis] - b.at[axis])
			.map(({ place, status }) => ({
				place: withStatus(place, [layer]),
				status: writtenStatus(layer, status, date),
				known: place.precision === undefined ? '' : words.place.knownTo({ precision: place.precision })
			}))
	};
}

/** @param date the date of all statuses, which the heading has */
const writtenStatus = (layer: Layer, status: Status, date: string | undefined): string =>
	words.table.status({
		value: signOf(layer, status).label,
		date: date ? undefined : status.date,
		certainty: status.certainty
	});
