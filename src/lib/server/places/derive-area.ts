/** Where an area is named: in the world, and in a view that shows only a piece of it. */
import { area as areaOf, bboxClip, bboxPolygon, feature } from '@turf/turf';
import type { BBox, MultiPolygon, Polygon, Position } from 'geojson';
import polylabel from 'polylabel';
import { zoomOf } from '$lib/geo/mercator';
import { degreesOutside } from '$lib/geo/position';
import { polygonsOf } from './geometry';
import { boxOf, point, type Derived, type DerivedPart } from './shapes';

/** As a share of the view's area: a smaller piece of an area gets no label of its own in the view. */
const MIN_PIECE_SHARE = 0.04;
/** Degrees, the precision of polylabel. */
const LABEL_TOLERANCE = 0.01;

/** The pole of inaccessibility of the largest polygon: the point farthest from the outline. */
function labelPoint(geometry: Polygon | MultiPolygon): Position {
	const size = (rings: Position[][]): number => areaOf({ type: 'Polygon', coordinates: rings });
	const [largest = []] = [...polygonsOf(geometry)].sort((a, b) => size(b) - size(a));
	const [longitude, latitude] = polylabel(largest, LABEL_TOLERANCE);
	return [longitude, latitude];
}

/**
 * The position at which a view names an area: its label point, or that of the piece in view if the first lies outside.
 * Undefined if the piece is too small to be named, or if nothing of the area is in view.
 */
export function labelPositionIn(view: BBox, geometry: Polygon | MultiPolygon): Position | undefined {
	const anchor = labelPoint(geometry);
	if (degreesOutside(view, anchor) === 0) return anchor;
	const piece = bboxClip(feature(geometry), view).geometry as Polygon | MultiPolygon;
	return areaOf(piece) < areaOf(bboxPolygon(view)) * MIN_PIECE_SHARE ? undefined : labelPoint(piece);
}

/**
 * An area has one label, at its label point. If the first view names it elsewhere, that label is shown from one zoom
 * below the view's on, and the other label below that.
 */
export function deriveArea(geometry: Polygon | MultiPolygon, view: BBox): Derived {
	const extent = areaOf(geometry);
	const anchor = labelPoint(geometry);
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
