/** When the camera of the live map flies, cuts, and stays. */
import type { BBox } from 'geojson';
import type { Map } from 'maplibre-gl';
import { afterEach, expect, test, vi } from 'vitest';
import { boxAt, fit, project, squareAround, unproject } from '$lib/geo/mercator';
import type { View } from '$lib/model/story';
import { cameraOf, createCamera } from '$lib/map/camera/camera';

const SIZE = { width: 800, height: 800 };
const NO_PADDING = { right: 0, bottom: 0 };
const viewAround = (id: string, bbox: BBox): View => ({
	id,
	label: id,
	short: id,
	bbox: squareAround([bbox], 0),
	zoom: 0,
	places: []
});
const views: [View, View, View] = [
	viewAround('border', [21, 51, 26, 54]),
	viewAround('camp', [23.5, 53.4, 23.9, 53.6]),
	viewAround('origins', [14, 29, 52, 56])
];
const placeAt = (id: string, bbox: BBox) => ({
	id,
	bbox,
	anchor: [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2],
	symbol: true
});
const places = [
	placeAt('camp', [23.6, 53.4, 23.7, 53.5]),
	placeAt('syria', [36, 32, 42, 37]),
	placeAt('minsk', [27.56, 53.89, 27.58, 53.91])
];

/** CSS pixels that the key covers. */
let keyWidth = 0;
vi.stubGlobal('getComputedStyle', () => ({ getPropertyValue: () => `${keyWidth}px` }));
afterEach(() => {
	keyWidth = 0;
});

/** The part of a MapLibre map that the camera uses, in Web Mercator. */
function mapAt(bbox: BBox) {
	let camera = fit(bbox, SIZE);
	const calls: string[] = [];
	const scale = (): number => 512 * 2 ** camera.zoom;
	const moved = (how: string) => (target: typeof camera) => {
		camera = { center: target.center, zoom: target.zoom };
		calls.push(how);
	};
	const map = {
		getContainer: () => ({ clientWidth: SIZE.width, clientHeight: SIZE.height }),
		getBounds() {
			const [west, south, east, north] = boxAt(camera.center, camera.zoom, SIZE);
			return { getWest: () => west, getSouth: () => south, getEast: () => east, getNorth: () => north };
		},
		project(position: [number, number]) {
			const [[x, y], [cx, cy]] = [project(position), project(camera.center)];
			return { x: (x - cx) * scale() + SIZE.width / 2, y: (y - cy) * scale() + SIZE.height / 2 };
		},
		unproject({ x, y }: { x: number; y: number }) {
			const [cx, cy] = project(camera.center);
			const position = unproject((x - SIZE.width / 2) / scale() + cx, (y - SIZE.height / 2) / scale() + cy);
			return { toArray: () => position };
		},
		cameraForBounds: (box: BBox, { maxZoom }: { maxZoom: number }) => {
			const { center, zoom } = fit(box, SIZE);
			return { center, zoom: Math.min(zoom, maxZoom) };
		},
		getCenter: () => ({ toArray: () => camera.center }),
		getZoom: () => camera.zoom,
		isMoving: () => false,
		easeTo: moved('flies'),
		jumpTo: moved('cuts')
	};
	const camerasOf = createCamera(map as unknown as Map, { views, places }, () => calls.push('covered'));
	return { camera: camerasOf, calls, shown: () => boxAt(camera.center, camera.zoom, SIZE) };
}

test('the camera flies to what is on the map, and cuts to what is not, after the map is covered', () => {
	const { camera, calls } = mapAt(views[0].bbox);
	camera.showView('camp');
	expect(calls).toEqual(['flies']);
	camera.showView('origins');
	expect(calls).toEqual(['flies', 'covered', 'cuts']);
	camera.showView('border');
	expect(calls.at(-1)).toBe('flies');
});

test('the map is not covered for a view that it shows', () => {
	const { camera, calls } = mapAt(views[2].bbox);
	for (const id of ['origins', 'border', 'border', 'camp', 'camp']) camera.showView(id);
	expect(calls).not.toContain('covered');
});

test('the camera stays where a place is visible', () => {
	const { camera, calls } = mapAt(views[0].bbox);
	camera.showPlace('camp', NO_PADDING);
	expect(calls).toEqual([]);
	expect(camera.shows(['camp'])).toBe(true);
	expect(camera.shows(['camp', 'syria'])).toBe(false);
});

test('a place that is not on the map is shown in the first view that contains it', () => {
	const { camera, shown } = mapAt(views[0].bbox);
	camera.showPlace('syria', NO_PADDING);
	for (const [index, degrees] of shown().entries()) expect(degrees).toBeCloseTo(views[2].bbox[index]!, 5);
});

test('a place that would be too small to see in any view is shown by itself', () => {
	const { camera, shown } = mapAt(views[0].bbox);
	camera.showPlace('minsk', NO_PADDING);
	const [west, , east] = shown();
	expect(east - west).toBeLessThan(1);
	expect(west).toBeLessThan(27.56);
	expect(east).toBeGreaterThan(27.58);
});

test('nothing moves for an unknown view or place', () => {
	const { camera, calls } = mapAt(views[0].bbox);
	camera.showView('x');
	camera.showPlace('x', NO_PADDING);
	camera.showPlaces(['x'], NO_PADDING);
	expect(calls).toEqual([]);
});

test('the map moves by what the card lacks, from where the camera is or goes', () => {
	const { camera, calls, shown } = mapAt(views[0].bbox);
	const room = { right: 0, bottom: 0, missing: () => ({ x: 80, y: 0 }) };
	const width = views[0].bbox[2] - views[0].bbox[0];
	camera.showPlace('camp', room);
	expect(calls).toEqual(['flies']);
	expect(shown()[0]).toBeCloseTo(views[0].bbox[0] + width / 10);
	camera.showPlace('syria', room);
	expect(shown()[0]).toBeGreaterThan(views[2].bbox[0]);
	camera.makeRoom(NO_PADDING);
	expect(calls).toEqual(['flies', 'covered', 'cuts']);
});

test('a place under a card at the edge of the map is not visible', () => {
	const { camera, calls } = mapAt(views[0].bbox);
	camera.showPlace('camp', { right: 600, bottom: 0 });
	expect(calls).toEqual(['covered', 'cuts']);
});

test('a view is in the middle of what the key leaves, and as large as it fits there', () => {
	const size = { width: 1000, height: 800 };
	const whole = cameraOf(views[0], size, 0);
	const beside = cameraOf(views[0], size, 400);
	expect(beside.zoom).toBeCloseTo(whole.zoom + Math.log2(600 / 800));
	const [west, , east] = boxAt(beside.center, beside.zoom, { ...size, width: 600 });
	expect(views[0].bbox[0]).toBeCloseTo(west + (400 * (east - west)) / 1200);
});

test('a narrow view keeps its size, and its middle is in the middle of what the key leaves', () => {
	const size = { width: 1000, height: 800 };
	const narrow = { ...views[0], narrow: true as const };
	const { center, zoom } = cameraOf(narrow, size, 400);
	const whole = cameraOf(views[0], size, 0);
	expect(zoom).toBeCloseTo(whole.zoom);
	expect((project(whole.center)[0] - project(center)[0]) * 512 * 2 ** zoom).toBeCloseTo(200);
});

test('a place under the key is not visible', () => {
	const { camera, calls } = mapAt(views[0].bbox);
	keyWidth = 600;
	camera.showPlace('camp', NO_PADDING);
	expect(calls).toEqual(['covered', 'cuts']);
});

test('a narrow view fills the height of a map that is half as wide as high', () => {
	const narrow = { ...views[0], narrow: true as const };
	const portrait = cameraOf(narrow, { width: 400, height: 800 }, 0);
	expect(portrait.zoom).toBeCloseTo(cameraOf(views[0], { width: 800, height: 800 }, 0).zoom);
});
