/** Where an area is named, in the world and in the first view. */
import { area as areaOf, bboxClip, bboxPolygon, feature } from '@turf/turf';
import type { BBox, MultiPolygon, Polygon, Position } from 'geojson';
import polylabel from 'polylabel';
import { zoomOf } from '$lib/geo/mercator';
import { ringsOf } from './geometry';
import { boxOf, point, type Derived } from './shapes';

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
 * An area is named at its middle; where the first view shows only a piece of it, in the middle of that piece, from
 * the zoom of that view on.
 */
export function deriveArea(geometry: Polygon | MultiPolygon, view: BBox | undefined): Derived {
	const extent = areaOf(geometry);
	const anchor = middle(geometry);
	const inside =
		view &&
		anchor[0] !== undefined &&
		anchor[1] !== undefined &&
		view[0] < anchor[0] &&
		anchor[0] < view[2] &&
		view[1] < anchor[1] &&
		anchor[1] < view[3];
	const piece =
		view && !inside ? (bboxClip(feature(geometry), view).geometry as Polygon | MultiPolygon) : undefined;
	if (!view || !piece || areaOf(piece) < areaOf(bboxPolygon(view)) * SMALLEST_PIECE) {
		return {
			parts: [
				{ part: 'area', geometry, extent },
				{ part: 'label', geometry: point(anchor), extent }
			],
			anchor,
			bbox: boxOf(geometry)
		};
	}
	const near = middle(piece);
	const zoom = zoomOf(view) - 1;
	return {
		parts: [
			{ part: 'area', geometry, extent },
			{ part: 'label', geometry: point(near), extent, from: zoom },
			{ part: 'label', geometry: point(anchor), extent, until: zoom }
		],
		anchor: near,
		bbox: boxOf(geometry)
	};
}
