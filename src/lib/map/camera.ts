/**
 * Moves the camera of the live map to views and places. It flies only to what is on the map already. Elsewhere tiles are
 * missing, and on its way the map would show where its world ends.
 */
import type { BBox, Position } from 'geojson';
import type { Map } from 'maplibre-gl';
import { boxAt, contains, union } from '$lib/geo/mercator';
import type { MapData } from '$lib/model/drawing';
import { boundsOf } from './map-data';

/** How much of the map the open card covers, in CSS pixels from the right and the bottom edge. */
export interface CardPadding {
	right: number;
	bottom: number;
}

/**
 * The padding that keeps a camera target clear of the card.
 * @param isOnMap whether the card is positioned on the map; otherwise it is a sheet below the map, over its bottom edge
 */
export function cardPadding(card: HTMLElement, map: HTMLElement, isOnMap: boolean): CardPadding {
	const { bottom, width } = map.getBoundingClientRect();
	// With room for both, the card will be to the right of the target. On a narrow map it may cover the target.
	if (isOnMap) return { right: width > 2 * card.offsetWidth ? card.offsetWidth : 0, bottom: 0 };
	const overlap = bottom - card.getBoundingClientRect().top;
	return { right: 0, bottom: Math.max(0, Math.min(overlap, map.clientHeight * 0.7)) };
}

export interface Camera {
	/** Whether all of the places are on the map. */
	shows(ids: readonly string[]): boolean;
	/** Without an id, the first. */
	showView(id: string | undefined): void;
	/** Moves to a place if it is not visible: to the first view that contains it, if it is large enough there. */
	showPlace(id: string, padding: CardPadding): void;
	zoomTo(id: string, padding: CardPadding): void;
	showPlaces(ids: string[]): void;
}

/** Size of a place as a share of the map: above MAX_SHARE it does not fit, below MIN_SHARE it is too small to see. */
const MAX_SHARE = 1.5;
const MIN_SHARE = 0.004;
const MAX_ZOOM = 12;
/** Levels of zoom: less than a pixel, so that the camera is taken to be where it has just been moved to. */
const ROUNDING = 0.001;
/** Milliseconds. */
const FLIGHT = 700;
const NO_PADDING: CardPadding = { right: 0, bottom: 0 };

/** @param oncut called before the camera cuts to what is not on the map yet */
export function createCamera(
	map: Map,
	{ views, places }: Pick<MapData, 'views' | 'places'>,
	oncut: () => void
): Camera {
	const placeOf = (id: string) => places.find((place) => place.id === id);

	/** @param free CSS pixels between the box and the edges of the map */
	function moveTo(bbox: BBox, { right, bottom }: CardPadding, free = 0): void {
		const padding = { top: free, right: free + right, bottom: free + bottom, left: free };
		const target = map.cameraForBounds(bbox as [number, number, number, number], {
			padding,
			maxZoom: MAX_ZOOM
		});
		const { center, zoom } = target ?? {};
		if (!target || !center || zoom === undefined) return;
		const box = boxAt(map.unproject(map.project(center)).toArray(), zoom + ROUNDING, sizeOf(map));
		if (contains(boundsOf(map), box)) return void map.easeTo({ ...target, duration: FLIGHT });
		oncut();
		map.jumpTo(target);
	}

	return {
		shows: (ids) =>
			ids.every((id) => {
				const place = placeOf(id);
				return !place || isOnMap(map, place.anchor, { free: 0, bottom: 0 });
			}),
		showView(id) {
			const view = id === undefined ? views[0] : views.find((view) => view.id === id);
			if (view) moveTo(view.bbox, NO_PADDING);
		},
		showPlace(id, padding) {
			const place = placeOf(id);
			if (!place || isVisible(map, place, padding)) return;
			const view = views.find(({ bbox }) => contains(bbox, place.bbox));
			// The bboxes of views have a margin.
			if (view && shareOf(place.bbox, view.bbox) >= MIN_SHARE)
				moveTo(view.bbox, { right: 0, bottom: padding.bottom });
			else moveTo(place.bbox, padding, margin(map));
		},
		zoomTo(id, padding) {
			const place = placeOf(id);
			if (place) moveTo(place.bbox, padding, margin(map));
		},
		showPlaces(ids) {
			const boxes = places.filter(({ id }) => ids.includes(id)).map(({ bbox }) => bbox);
			if (boxes.length > 0) moveTo(union(boxes), NO_PADDING, margin(map));
		}
	};
}

const sizeOf = (map: Map) => {
	const { clientWidth: width, clientHeight: height } = map.getContainer();
	return { width, height };
};

/** CSS pixels that stay free between a place and the edges of the map. */
const margin = (map: Map): number => Math.min(48, sizeOf(map).width / 8);

function isOnMap(map: Map, anchor: Position, { free, bottom }: { free: number; bottom: number }): boolean {
	const { width, height } = sizeOf(map);
	const { x, y } = map.project(anchor as [number, number]);
	return x >= free && x <= width - free && y >= free && y <= height - bottom - free;
}

/** Only the bottom padding matters: a card on the map moves beside its place, a sheet hides what is under it. */
function isVisible(map: Map, { anchor, bbox }: MapData['places'][number], { bottom }: CardPadding): boolean {
	const share = shareOf(bbox, boundsOf(map));
	return isOnMap(map, anchor, { free: margin(map), bottom }) && share >= MIN_SHARE && share <= MAX_SHARE;
}

/** The width or the height of a box as a share of that of another, whichever is more. */
const shareOf = ([west, south, east, north]: BBox, outer: BBox): number =>
	Math.max((east - west) / (outer[2] - outer[0]), (north - south) / (outer[3] - outer[1]));
