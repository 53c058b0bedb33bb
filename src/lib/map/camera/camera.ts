/**
 * Moves the camera of the live map to views and places. It flies only to what is on the map already. Elsewhere tiles are
 * missing, and on its way the map would show where its world ends.
 */
import type { BBox, Position } from 'geojson';
import type { Map } from 'maplibre-gl';
import { boxAt, contains, fit, project, union, unproject } from '$lib/geo/mercator';
import type { MapData } from '$lib/model/drawing';
import type { View } from '$lib/model/story';
import { boundsOf } from '../map-data';
import type { Size } from '../card-position';
import type { CameraPosition, CardRoom } from './card-room';

export interface Camera {
	/** Whether all of the places are on the map. */
	shows(ids: readonly string[]): boolean;
	/** Without an id, the first. */
	showView(id: string | undefined): void;
	/** Moves to a place if it is not visible: to the first view that contains it, if it is large enough there. */
	showPlace(id: string, room: CardRoom): void;
	/** Moves only as far as the card needs. */
	makeRoom(room: CardRoom): void;
	showPlaces(ids: string[], room: CardRoom): void;
}

/** Size of a place as a share of the map: above MAX_SHARE it does not fit, below MIN_SHARE it is too small to see. */
const MAX_SHARE = 1.5;
const MIN_SHARE = 0.004;
const MAX_ZOOM = 12;
/** Levels of zoom: less than a pixel, so that the camera is taken to be where it has just been moved to. */
const ROUNDING = 0.001;
/** Milliseconds. */
const FLIGHT = 700;
const NO_CARD: CardRoom = { right: 0, bottom: 0 };

/**
 * Where the camera shows a view as its still map does: in the middle of what the key leaves. What a narrow view
 * frames is half as wide as its bbox; the rest may extend under the key and beyond the map.
 * @param left CSS pixels that the key covers
 */
export function cameraOf(
	{ bbox, narrow }: View,
	{ width, height }: Size,
	left: number,
	{ right, bottom }: CardRoom = NO_CARD
): CameraPosition {
	const free = { width: narrow ? 2 * (width - right) : width - left - right, height: height - bottom };
	return shifted(fit(bbox, free), (right - left) / 2, bottom / 2);
}

/** CSS pixels that the key covers at the start of the map. */
export const keyWidth = (container: HTMLElement): number =>
	parseFloat(getComputedStyle(container).getPropertyValue('--key-width')) || 0;

/** @param oncut called before the camera cuts to what is not on the map yet */
export function createCamera(
	map: Map,
	{ views, places }: Pick<MapData, 'views' | 'places'>,
	oncut: () => void
): Camera {
	const left = (): number => keyWidth(map.getContainer());
	const placeOf = (id: string) => places.find((place) => place.id === id);

	/** @param free CSS pixels between the box and the edges of the map */
	function moveTo(bbox: BBox, { right, bottom, missing }: CardRoom, free = 0): void {
		const padding = { top: free, right: free + right, bottom: free + bottom, left: free + left() };
		const target = map.cameraForBounds(bbox as [number, number, number, number], {
			padding,
			maxZoom: MAX_ZOOM
		});
		const { center, zoom } = target ?? {};
		if (!center || zoom === undefined) return;
		turn({ center: map.unproject(map.project(center)).toArray(), zoom }, missing);
	}

	const showView = (view: View, room: CardRoom): void =>
		turn(cameraOf(view, sizeOf(map), left(), room), room.missing);

	function turn(target: CameraPosition, missing: CardRoom['missing']): void {
		const camera = withRoom(target, missing);
		const box = boxAt(camera.center, camera.zoom + ROUNDING, sizeOf(map));
		if (contains(boundsOf(map), box)) return fly(camera);
		oncut();
		map.jumpTo({ ...camera, center: camera.center as [number, number] });
	}

	function fly({ center, zoom }: CameraPosition): void {
		map.easeTo({ center: center as [number, number], zoom, duration: FLIGHT });
	}

	function makeRoom({ missing }: CardRoom): void {
		if (map.isMoving()) return;
		const camera = { center: map.getCenter().toArray(), zoom: map.getZoom() };
		const moved = withRoom(camera, missing);
		if (moved !== camera) fly(moved);
	}

	return {
		shows: (ids) =>
			ids.every((id) => {
				const place = placeOf(id);
				return !place || isOnMap(map, place.anchor, { free: 0, left: 0 }, NO_CARD);
			}),
		showView(id) {
			const view = id === undefined ? views[0] : views.find((view) => view.id === id);
			if (view) showView(view, NO_CARD);
		},
		showPlace(id, room) {
			const place = placeOf(id);
			if (!place) return;
			if (isVisible(map, place, room)) return makeRoom(room);
			const view = views.find(({ bbox }) => contains(bbox, place.bbox));
			// The bboxes of views have a margin.
			if (view && shareOf(place.bbox, view.bbox) >= MIN_SHARE) showView(view, room);
			else moveTo(place.bbox, room, margin(map));
		},
		makeRoom,
		showPlaces(ids, room) {
			const boxes = places.filter(({ id }) => ids.includes(id)).map(({ bbox }) => bbox);
			if (boxes.length > 0) moveTo(union(boxes), room, margin(map));
		}
	};
}

/** The camera, moved by what the card lacks. */
function withRoom(camera: CameraPosition, missing: CardRoom['missing']): CameraPosition {
	const { x: dx, y: dy } = missing?.(camera) ?? { x: 0, y: 0 };
	return dx === 0 && dy === 0 ? camera : shifted(camera, dx, dy);
}

/** The camera, moved by CSS pixels to the right and downwards. */
function shifted({ center, zoom }: CameraPosition, right: number, down: number): CameraPosition {
	const [x, y] = project(center);
	const scale = 512 * 2 ** zoom;
	return { center: unproject(x + right / scale, y + down / scale), zoom };
}

const sizeOf = (map: Map) => {
	const { clientWidth: width, clientHeight: height } = map.getContainer();
	return { width, height };
};

/** CSS pixels that stay free between a place and the edges of the map. */
const margin = (map: Map): number => Math.min(48, sizeOf(map).width / 8);

function isOnMap(
	map: Map,
	anchor: Position,
	{ free, left }: { free: number; left: number },
	{ right, bottom }: CardRoom
): boolean {
	const { width, height } = sizeOf(map);
	const { x, y } = map.project(anchor as [number, number]);
	return x >= left + free && x <= width - right - free && y >= free && y <= height - bottom - free;
}

function isVisible(map: Map, { anchor, bbox }: MapData['places'][number], room: CardRoom): boolean {
	const share = shareOf(bbox, boundsOf(map));
	return (
		isOnMap(map, anchor, { free: margin(map), left: keyWidth(map.getContainer()) }, room) &&
		share >= MIN_SHARE &&
		share <= MAX_SHARE
	);
}

/** The width or the height of a box as a share of that of another, whichever is more. */
const shareOf = ([west, south, east, north]: BBox, outer: BBox): number =>
	Math.max((east - west) / (outer[2] - outer[0]), (north - south) / (outer[3] - outer[1]));
