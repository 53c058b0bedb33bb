/** Counts the statuses of the places of each layer, for the key of the map. */
import type { StatusKey } from '$lib/model/page';
import type { Layer, Place, Status, Story } from '$lib/model/story';
import { signOf } from '$lib/style/symbols';
import { words } from '$lib/words/words';

type WithStatus = Place & { status: Status };

/** One for each layer that has places with a status. */
export function statusKeys({ layers, places }: Pick<Story, 'layers' | 'places'>): StatusKey[] {
	return layers.flatMap((layer) => {
		const shown = places.filter(
			(place): place is WithStatus => place.layer === layer.id && place.status !== undefined
		);
		return shown.length > 0 ? [statusKeyOf(layer, shown)] : [];
	});
}

function statusKeyOf(layer: Layer, places: WithStatus[]): StatusKey {
	const rows = new Map(
		layer.statuses.map(({ value, label, sign }) => [value, { label, sign, broken: false, count: 0 }])
	);
	for (const { status } of places) {
		const row = rows.get(status.value) ?? { ...signOf(layer, status), count: 0 };
		rows.set(status.value, { ...row, count: row.count + 1 });
	}
	const [date, ...otherDates] = new Set(places.map(({ status }) => status.date));
	return {
		layer: layer.id,
		heading: words.key.statuses({
			layer: layer.label,
			date: otherDates.length === 0 ? date : undefined
		}),
		isQuoted: places.some(({ quoted }) => quoted === 'article'),
		rows: [...rows.values()].filter(({ count }) => count > 0),
		hasBroken: places.some(({ status }) => signOf(layer, status).broken),
		hasStretch: places.some(({ on, anchor, certainty }) => on && anchor && certainty !== 'certain')
	};
}
