/** What a card on the map must not cover, and how much room it takes from what the camera shows. */
import type { FeatureCollection, LineString, Position } from 'geojson';
import { pixelsAt } from '$lib/geo/mercator';
import type { DrawnPart, MapData } from '$lib/model/drawing';
import { stepAt } from '$lib/style/symbols';
import { placeBeside, type Point, type Size, type Target } from '../card-position';

/** Where a camera looks. */
export interface CameraPosition {
	center: Position;
	zoom: number;
}

/** What the open card needs of the map, in CSS pixels. */
export interface CardRoom {
	/** What the card covers at the right and the bottom edge. */
	right: number;
	bottom: number;
	/** How far the map must move to the left and upwards for the card to have room beside its place. */
	missing?: (camera: CameraPosition) => Point;
}

export interface CardTargets {
	/** Whether the card of a place stands at the edge of the map: it is an area. */
	isDocked(id: string): boolean;
	/**
	 * What the card of a place must not cover; undefined for an area or an unknown place.
	 * @param clicked position of the click that has opened the card
	 */
	targetOf(id: string, clicked: Position | undefined, camera: CameraPosition, map: Size): Target | undefined;
	/** Replaces the lines by more detailed ones. */
	setParts(parts: FeatureCollection): void;
}

export function createCardTargets({
	places,
	views,
	drawing
}: Pick<MapData, 'places' | 'views' | 'drawing'>): CardTargets {
	const { features } = drawing.parts;
	const areas = new Set(
		features.flatMap(({ properties: { place, part } }) => (part === 'area' ? [place] : []))
	);
	let lines = linesOf(features);
	return {
		isDocked: (id) => areas.has(id),
		targetOf(id, clicked, { center, zoom }, map) {
			const place = places.find((each) => each.id === id);
			if (!place || areas.has(id)) return undefined;
			const locate = pixelsAt(center, zoom, map);
			const anchor = locate(!place.symbol && clicked ? clicked : place.anchor);
			const [dx, dy] = drawing.signs[id]?.offsets[stepAt(zoom, views[0].zoom)] ?? [0, 0];
			return {
				points: [anchor, { x: anchor.x + dx, y: anchor.y + dy }],
				lines: lines.map((line) => line.map(locate))
			};
		},
		setParts(parts) {
			lines = linesOf(parts.features as DrawnPart[]);
		}
	};
}

/** The line with two sides if there is one, and otherwise all lines. */
function linesOf(parts: DrawnPart[]): Position[][] {
	const lines = parts.filter(({ properties: { part } }) => part === 'line');
	const divided = lines.filter(({ properties: { left } }) => left);
	return (divided.length > 0 ? divided : lines).map(({ geometry }) => (geometry as LineString).coordinates);
}

/** Between a card at the edge of the map and what the camera shows. */
const FREE = 12;
/** Share of the map that a sheet counts as covering at most. */
const MAX_COVERED = 0.7;

/** The room that a sheet takes from the bottom edge of the map; none if it is not laid out, or beside the map. */
export function roomAboveSheet(card: HTMLElement, map: HTMLElement): CardRoom {
	const [sheet, ground] = [card.getBoundingClientRect(), map.getBoundingClientRect()];
	if (sheet.width === 0 || sheet.left >= ground.right || sheet.right <= ground.left)
		return { right: 0, bottom: 0 };
	const overlap = ground.bottom - sheet.top;
	return { right: 0, bottom: Math.max(0, Math.min(overlap, map.clientHeight * MAX_COVERED)) };
}

/** The room that a card at the edge of the map takes. On a narrow map it may cover an area. */
export const roomBesideDocked = ({ width }: Size, map: Size): CardRoom => ({
	right: map.width > 2 * width ? width + FREE : 0,
	bottom: 0
});

/** @param targetAt what a card beside its place must not cover */
export const roomBesidePlace = (
	card: Size,
	map: Size,
	targetAt: (camera: CameraPosition) => Target | undefined
): CardRoom => ({
	right: 0,
	bottom: 0,
	missing(camera) {
		const target = targetAt(camera);
		return target ? placeBeside(target, card, map).missing : { x: 0, y: 0 };
	}
});
