/** Where an area is named, in the world and in the first view. */
import { area as areaOf, bboxClip, bboxPolygon, feature } from '@turf/turf';
import type { BBox, MultiPolygon, Polygon, Position } from 'geojson';
import polylabel from 'polylabel';
import { zoomOf } from '$lib/geo/mercator';
import { ringsOf } from './geometry';
import { boxOf, point, type Derived, type DerivedPart } from './shapes';
import { degreesOutside } from '$lib/geo/position';

/** Below this share of the view a piece of an area is not named in it. */
const SMALLEST_PIECE = 0.04;

/** The middle of the largest part of an area: the pole of inaccessibility, in degrees. */
function middle(geometry: Polygon | MultiPolygon): Position {
	const size = (rings: Position[][]): number => areaOf({ type: 'Polygon', coordinates: rings });
	const [largest = []] = [...ringsOf(geometry)].sort((a, b) => size(b) - size(a));
	const [longitude, latitude] = polylabel(largest, 0.01);
	return [longitude, latitude];
}

/**
 * Where a view names an area: at its middle, or where the view shows only a piece of it, in the middle of that piece.
 * Undefined where the piece is too small to be named, or not in view at all.
 */
export function labelPositionIn(view: BBox, geometry: Polygon | MultiPolygon): Position | undefined {
	const anchor = middle(geometry);
	if (degreesOutside(view, anchor) === 0) return anchor;
	const piece = bboxClip(feature(geometry), view).geometry as Polygon | MultiPolygon;
	return areaOf(piece) < areaOf(bboxPolygon(view)) * SMALLEST_PIECE ? undefined : middle(piece);
}

/** An area is named at its middle, and from the zoom of the first view on where that view names it. */
export function deriveArea(geometry: Polygon | MultiPolygon, view: BBox): Derived {
	const extent = areaOf(geometry);
	const anchor = middle(geometry);
	const bbox = boxOf(geometry);
	const area: DerivedPart = { part: 'area', geometry, extent };
	const inView = labelPositionIn(view, geometry);
	if (!inView || String(inView) === String(anchor))
		return { parts: [area, { part: 'label', geometry: point(anchor), extent }], anchor, bbox };
	const zoom = zoomOf(view) - 1;
	return {
		parts: [
			area,
			{ part: 'label', geometry: point(inView), extent, from: zoom },
			{ part: 'label', geometry: point(anchor), extent, until: zoom }
		],
		anchor: inView,
		bbox
	};
}
