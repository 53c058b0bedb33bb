/** Moves the camera of the live map to views and places. */
import type { BBox, Position } from 'geojson';
import type { Map } from 'maplibre-gl';
import { contains, union } from '$lib/geo/mercator';
import type { MapData } from '$lib/model/drawing';

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
	showView(id: string): void;
	/** Moves to a place if it is not visible. A place too small to see is shown in the first view that contains it. */
	showPlace(id: string, padding: CardPadding): void;
	zoomTo(id: string, padding: CardPadding): void;
	showPlaces(ids: string[]): void;
}

/** Size of a place as a share of the map: above MAX_SHARE it does not fit, below MIN_SHARE it is too small to see. */
const MAX_SHARE = 1.5;
const MIN_SHARE = 0.004;
const MAX_ZOOM = 12;

export function createCamera(map: Map, { views, places }: Pick<MapData, 'views' | 'places'>): Camera {
	const placeOf = (id: string) => places.find((place) => place.id === id);
	return {
		showView(id) {
			const view = views.find((view) => view.id === id);
			if (view) fitView(map, view.bbox);
		},
		showPlace(id, padding) {
			const place = placeOf(id);
			if (!place) return;
			const visibility = visibilityOf(map, place.bbox, place.anchor, padding);
			const view = views.find(({ bbox }) => contains(bbox, place.bbox));
			if (visibility === 'too small' && view) fitView(map, view.bbox);
			else if (visibility !== 'visible') fitPlace(map, place.bbox, padding);
		},
		zoomTo(id, padding) {
			const place = placeOf(id);
			if (place) fitPlace(map, place.bbox, padding);
		},
		showPlaces(ids) {
			const boxes = places.filter(({ id }) => ids.includes(id)).map(({ bbox }) => bbox);
			if (boxes.length > 0) fitPlace(map, union(boxes), { right: 0, bottom: 0 });
		}
	};
}

/** CSS pixels that stay free between a place and the edges of the map. */
const margin = (map: Map): number => Math.min(48, map.getContainer().clientWidth / 8);

function fitPlace(map: Map, bbox: BBox, { right, bottom }: CardPadding): void {
	const free = margin(map);
	const padding = { top: free, right: free + right, bottom: free + bottom, left: free };
	map.fitBounds(bbox as [number, number, number, number], { padding, maxZoom: MAX_ZOOM });
}

/** Without a margin: the bboxes of views have one. */
function fitView(map: Map, bbox: BBox): void {
	map.fitBounds(bbox as [number, number, number, number], { padding: 0, maxZoom: MAX_ZOOM });
}

/** Only the bottom padding matters: a card on the map moves beside its place, a sheet hides what is under it. */
function visibilityOf(
	map: Map,
	bbox: BBox,
	anchor: Position,
	{ bottom }: CardPadding
): 'visible' | 'hidden' | 'too small' {
	const { clientWidth: width, clientHeight: height } = map.getContainer();
	const { x, y } = map.project(anchor as [number, number]);
	const bounds = map.getBounds();
	const horizontal = (bbox[2] - bbox[0]) / (bounds.getEast() - bounds.getWest());
	const vertical = (bbox[3] - bbox[1]) / (bounds.getNorth() - bounds.getSouth());
	const share = Math.max(horizontal, vertical);
	const free = margin(map);
	const isInside = x >= free && x <= width - free && y >= free && y <= height - bottom - free;
	if (!isInside || share > MAX_SHARE) return 'hidden';
	return share < MIN_SHARE ? 'too small' : 'visible';
}
