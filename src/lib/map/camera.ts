/** Where the camera goes for what is selected. What is in view stays where it is. */
import type { BBox, Position } from 'geojson';
import type { Map } from 'maplibre-gl';
import { union } from '$lib/geo/mercator';
import type { MapData } from '$lib/model/drawing';

/** Pixels at the map's edges that something covers. */
export interface Covered {
	right: number;
	bottom: number;
}

/** What a card covers of the map, which stands on it, beside its place, or under it, over its lower edge. */
export function coveredBy(card: HTMLElement, map: HTMLElement, isOnMap: boolean): Covered {
	const { bottom, width } = map.getBoundingClientRect();
	// Where there is room for both, the card will stand to the right of what is framed.
	if (isOnMap) return { right: width > 2 * card.offsetWidth ? card.offsetWidth : 0, bottom: 0 };
	const overlap = bottom - card.getBoundingClientRect().top;
	return { right: 0, bottom: Math.max(0, Math.min(overlap, map.clientHeight * 0.7)) };
}

export interface Camera {
	/** One of the story's views, whole. */
	showView(id: string): void;
	/** Brings a place into view, unless it is; a speck is shown in the first view that holds it. */
	showPlace(id: string, covered: Covered): void;
	/** A place as large as its precision allows. */
	zoomTo(id: string, covered: Covered): void;
	showPlaces(ids: string[]): void;
}

/** Shares of the view: a place larger than that cannot be taken in, one smaller is a speck. */
const LARGEST = 1.5;
const SMALLEST = 0.004;
const CLOSEST = 12;

export function createCamera(map: Map, { views, places }: Pick<MapData, 'views' | 'places'>): Camera {
	const placeOf = (id: string) => places.find((place) => place.id === id);
	const edge = (): number => Math.min(48, map.getContainer().clientWidth / 8);

	function frame(bbox: BBox, { right, bottom }: Covered): void {
		const margin = edge();
		const padding = { top: margin, right: margin + right, bottom: margin + bottom, left: margin };
		map.fitBounds(bbox as [number, number, number, number], { padding, maxZoom: CLOSEST });
	}

	function frameWhole(bbox: BBox): void {
		map.fitBounds(bbox as [number, number, number, number], { padding: 0, maxZoom: CLOSEST });
	}

	/** A card beside its place finds room wherever that is; one over the lower edge hides what is there. */
	function shows(bbox: BBox, point: Position, { bottom }: Covered): 'yes' | 'no' | 'too small' {
		const { clientWidth: width, clientHeight: height } = map.getContainer();
		const { x, y } = map.project(point as [number, number]);
		const view = map.getBounds();
		const across = (bbox[2] - bbox[0]) / (view.getEast() - view.getWest());
		const down = (bbox[3] - bbox[1]) / (view.getNorth() - view.getSouth());
		const share = Math.max(across, down);
		const margin = edge();
		const inside = x >= margin && x <= width - margin && y >= margin && y <= height - bottom - margin;
		if (!inside || share > LARGEST) return 'no';
		return share < SMALLEST ? 'too small' : 'yes';
	}

	return {
		showView(id) {
			const view = views.find((view) => view.id === id);
			if (view) frameWhole(view.bbox);
		},
		showPlace(id, covered) {
			const place = placeOf(id);
			if (!place) return;
			const shown = shows(place.bbox, place.anchor, covered);
			const around = views.find(({ bbox }) => holds(bbox, place.bbox));
			if (shown === 'too small' && around) frameWhole(around.bbox);
			else if (shown !== 'yes') frame(place.bbox, covered);
		},
		zoomTo(id, covered) {
			const place = placeOf(id);
			if (place) frame(place.bbox, covered);
		},
		showPlaces(ids) {
			const boxes = places.filter(({ id }) => ids.includes(id)).map(({ bbox }) => bbox);
			if (boxes.length > 0) frame(union(boxes), { right: 0, bottom: 0 });
		}
	};
}

const holds = (outer: BBox, inner: BBox): boolean =>
	outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
