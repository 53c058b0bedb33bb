/** When the live map loads the data of the world world. */
import type { BBox } from 'geojson';
import type { Map } from 'maplibre-gl';
import { expect, test, vi } from 'vitest';
import { extendData } from '$lib/map/map-data';

const SURROUNDINGS: BBox = [10, 40, 40, 60];

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The part of a MapLibre map that the code uses: its bounds, its events, and the data that its sources get. */
function createMap(view: BBox) {
	const listeners: Record<string, (() => void)[]> = {};
	const sourceData: Record<string, unknown> = {};
	let [west, south, east, north] = view;
	const map = {
		on: (event: string, listener: () => void) => (listeners[event] ??= []).push(listener),
		once: (event: string, listener: () => void) => (listeners[event] ??= []).push(listener),
		getBounds: () => ({
			getWest: () => west,
			getSouth: () => south,
			getEast: () => east,
			getNorth: () => north
		}),
		getSource: (id: string) => ({ setData: (data: unknown) => (sourceData[id] = data) })
	};
	const fire = async (event: string) => {
		for (const listener of listeners[event] ?? []) listener();
		await nextTask();
	};
	const moveTo = (bounds: BBox) => {
		[west, south, east, north] = bounds;
		return fire('move');
	};
	return { map: map as unknown as Map, sourceData, moveTo, fire };
}

const world = { ground: { type: 'FeatureCollection' as const, features: [] } };

test('no more data is loaded while the map stays in the surroundings of the first view', async () => {
	const { map, moveTo } = createMap([20, 45, 30, 55]);
	const read = vi.fn(() => Promise.resolve(world));
	const extension = extendData(map, SURROUNDINGS, read);
	extension.start();
	await nextTask();
	await moveTo([15, 42, 25, 52]);
	await moveTo([20, 47, 29, 53]);
	expect(read).not.toHaveBeenCalled();
});

test.each<[string, BBox]>([
	['to the east', [32, 45, 42, 55]],
	['to a wider view', [5, 30, 45, 70]],
	['to so close a view that the simplification would be visible', [20, 45, 23, 48]]
])('a map that moves %s loads the data of the world world, once', async (_, bounds) => {
	const { map, sourceData, moveTo } = createMap([20, 45, 30, 55]);
	const read = vi.fn(() => Promise.resolve(world));
	const extension = extendData(map, SURROUNDINGS, read);
	extension.start();
	await nextTask();
	await moveTo(bounds);
	await moveTo([20, 45, 30, 55]);
	await moveTo(bounds);
	expect(read).toHaveBeenCalledTimes(1);
	expect(sourceData).toEqual(world);
});

test('a map that starts outside the surroundings, also after a lost context, loads the data once it is drawn', async () => {
	const { map, sourceData, fire } = createMap([32, 45, 42, 55]);
	const read = vi.fn(() => Promise.resolve(world));
	const extension = extendData(map, SURROUNDINGS, read);
	for (const times of [1, 2]) {
		await fire('webglcontextlost');
		expect(read).toHaveBeenCalledTimes(times - 1);
		extension.start();
		await nextTask();
		expect(read).toHaveBeenCalledTimes(times);
	}
	expect(sourceData).toEqual(world);
});

test('data that could not be loaded is requested again with the next movement, not during the same one', async () => {
	const { map, sourceData, moveTo, fire } = createMap([20, 45, 30, 55]);
	const read = vi.fn(() => Promise.reject(new Error('not there')));
	const extension = extendData(map, SURROUNDINGS, read as () => Promise<never>);
	extension.start();
	await nextTask();
	await moveTo([32, 45, 42, 55]);
	await moveTo([33, 45, 43, 55]);
	await moveTo([34, 45, 44, 55]);
	expect(read).toHaveBeenCalledTimes(1);
	await fire('movestart');
	await moveTo([35, 45, 45, 55]);
	expect(read).toHaveBeenCalledTimes(2);
	expect(sourceData).toEqual({});
});

test('the data is complete in the surroundings, and elsewhere once that of the world is set', async () => {
	const { map, moveTo } = createMap([20, 45, 30, 55]);
	const extension = extendData(map, SURROUNDINGS, () => Promise.resolve(world));
	extension.start();
	expect(extension.isComplete()).toBe(true);
	const moved = moveTo([5, 30, 45, 70]);
	expect(extension.isComplete()).toBe(false);
	await expect(extension.completed()).resolves.toBe(true);
	await moved;
	expect(extension.isComplete()).toBe(true);
});

test('the data is not complete elsewhere if that of the world could not be loaded', async () => {
	const { map, moveTo } = createMap([20, 45, 30, 55]);
	const extension = extendData(map, SURROUNDINGS, () => Promise.reject(new Error('not there')));
	extension.start();
	await moveTo([5, 30, 45, 70]);
	await expect(extension.completed()).resolves.toBe(false);
});

test('a map that gets another look still loads the data of the world', async () => {
	const { map, fire, moveTo } = createMap([20, 45, 30, 55]);
	const read = vi.fn(() => Promise.resolve(world));
	extendData(map, SURROUNDINGS, read).start();
	await fire('style.load');
	await moveTo([32, 45, 42, 55]);
	expect(read).toHaveBeenCalledTimes(1);
});
