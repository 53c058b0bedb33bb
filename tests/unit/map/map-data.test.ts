import type { BBox } from 'geojson';
import type { Map } from 'maplibre-gl';
import { expect, test, vi } from 'vitest';
import { extendData } from '$lib/map/map-data';

const AROUND: BBox = [10, 40, 40, 60];

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** As much of a map as is asked: where it is, what it tells, and what its sources are given. */
function aMap(view: BBox) {
	const heard: Record<string, (() => void)[]> = {};
	const given: Record<string, unknown> = {};
	let [west, south, east, north] = view;
	const map = {
		on: (event: string, hear: () => void) => (heard[event] ??= []).push(hear),
		once: (event: string, hear: () => void) => (heard[event] ??= []).push(hear),
		getBounds: () => ({
			getWest: () => west,
			getSouth: () => south,
			getEast: () => east,
			getNorth: () => north
		}),
		getSource: (id: string) => ({ setData: (data: unknown) => (given[id] = data) })
	};
	const tell = async (event: string) => {
		for (const hear of heard[event] ?? []) hear();
		await settled();
	};
	const goTo = (to: BBox) => {
		[west, south, east, north] = to;
		return tell('move');
	};
	return { map: map as unknown as Map, given, goTo, tell };
}

const whole = { ground: { type: 'FeatureCollection' as const, features: [] } };

test('nothing more is asked for while the reader stays around the first view', async () => {
	const { map, goTo, tell } = aMap([20, 45, 30, 55]);
	const read = vi.fn(() => Promise.resolve(whole));
	const begun = extendData(map, AROUND, read);
	await tell('style.load');
	begun();
	await settled();
	await goTo([15, 42, 25, 52]);
	await goTo([20, 47, 29, 53]);
	expect(read).not.toHaveBeenCalled();
});

test.each<[string, BBox]>([
	['further east', [32, 45, 42, 55]],
	['further away', [5, 30, 45, 70]],
	['so near that what was smoothed would show', [20, 45, 23, 48]]
])('one who goes %s gets the whole, once', async (_, there) => {
	const { map, given, goTo } = aMap([20, 45, 30, 55]);
	const read = vi.fn(() => Promise.resolve(whole));
	const begun = extendData(map, AROUND, read);
	begun();
	await settled();
	await goTo(there);
	await goTo([20, 45, 30, 55]);
	await goTo(there);
	expect(read).toHaveBeenCalledTimes(1);
	expect(given).toEqual(whole);
});

test('a map that begins where its reader had gone, and one whose context comes back there, asks once it has been drawn', async () => {
	const { map, given, tell } = aMap([32, 45, 42, 55]);
	const read = vi.fn(() => Promise.resolve(whole));
	const begun = extendData(map, AROUND, read);
	for (const times of [1, 2]) {
		await tell('style.load');
		expect(read).toHaveBeenCalledTimes(times - 1);
		begun();
		await settled();
		expect(read).toHaveBeenCalledTimes(times);
	}
	expect(given).toEqual(whole);
});

test('what has not come is asked for again with the next move, not all along the same one', async () => {
	const { map, given, goTo, tell } = aMap([20, 45, 30, 55]);
	const read = vi.fn(() => Promise.reject(new Error('not there')));
	const begun = extendData(map, AROUND, read as () => Promise<never>);
	begun();
	await settled();
	await goTo([32, 45, 42, 55]);
	await goTo([33, 45, 43, 55]);
	await goTo([34, 45, 44, 55]);
	expect(read).toHaveBeenCalledTimes(1);
	await tell('movestart');
	await goTo([35, 45, 45, 55]);
	expect(read).toHaveBeenCalledTimes(2);
	expect(given).toEqual({});
});
