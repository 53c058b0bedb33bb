/**
 * What is drawn of a place: its line or area, the area or stretch of line in which a point lies, its symbol,
 * and the points of its labels.
 */
import {
	along,
	area as areaOf,
	circle,
	feature,
	featureCollection,
	intersect,
	length,
	lineSliceAlong,
	nearestPointOnLine,
	pointOnFeature
} from '@turf/turf';
import type { BBox, LineString, MultiPolygon, Point, Polygon, Position } from 'geojson';
import { deriveArea } from './derive-area';
import { leftSide } from './relate';
import type { Surveyed } from './surveyed';
import { DECIMALS, boxOf, point, trimmed, type Derived, type DerivedPart } from './shapes';

const METRES = { units: 'meters' } as const;

/** Three points for the label, so that one of them has room: the middle, and a third from each end. */
function deriveLine(geometry: LineString, precision: number, left: DerivedPart['left']): Derived {
	const lineLength = length(feature(geometry), METRES);
	const positionAt = (share: number): Position =>
		along(geometry, lineLength * share, METRES).geometry.coordinates;
	const extent = lineLength * precision;
	return {
		parts: [
			{ part: 'line', geometry, extent, ...(left && { left }) },
			...[1 / 2, 1 / 3, 2 / 3].map((share): DerivedPart => ({
				part: 'label',
				geometry: point(positionAt(share)),
				extent
			}))
		],
		anchor: positionAt(1 / 2),
		bbox: boxOf(geometry)
	};
}

/** A point `on` a line: the stretch of it within `precision` metres along the line, and a symbol on it. */
function deriveStretch({ coordinates }: Point, precision: number, line: LineString): Derived {
	const snapped = nearestPointOnLine(line, coordinates, METRES);
	const distance = snapped.properties.totalDistance;
	const lineLength = length(feature(line), METRES);
	const stretch = lineSliceAlong(
		line,
		Math.max(0, distance - precision),
		Math.min(lineLength, distance + precision),
		METRES
	).geometry;
	const extent = Math.PI * precision ** 2;
	const anchor = snapped.geometry.coordinates;
	return {
		parts: [
			{ part: 'stretch', geometry: stretch, extent },
			{ part: 'symbol', geometry: point(anchor), extent }
		],
		anchor,
		bbox: boxOf(stretch)
	};
}

/** Any other point: a circle of radius `precision`, cut to the area that it is `within`, and a symbol. */
function deriveExtent(
	{ coordinates }: Point,
	precision: number,
	area: Polygon | MultiPolygon | undefined
): Derived {
	const fullCircle = circle(coordinates, precision, { ...METRES, steps: 48 });
	const outline = area
		? (intersect(featureCollection([fullCircle, feature(area)])) ?? fullCircle)
		: fullCircle;
	const anchor = area ? pointOnFeature(outline).geometry.coordinates : coordinates;
	const extent = areaOf(outline);
	return {
		parts: [
			{ part: 'extent', geometry: outline.geometry, extent },
			{ part: 'symbol', geometry: point(anchor), extent }
		],
		anchor,
		bbox: boxOf(outline.geometry)
	};
}

/**
 * The parts, anchor and bbox of a place, rounded to `DECIMALS`; null if it has no geometry to draw.
 * @param places all places, among them those that `on` and `within` name
 * @param view the bounding box of the first view
 */
export function derive(place: Surveyed, places: Map<string, Surveyed>, view: BBox): Derived | null {
	const { geometry, properties } = place;
	if (!geometry) return null;
	const { precision = 0, on = '', within = '' } = properties;
	const line = places.get(on)?.geometry;
	const area = places.get(within)?.geometry;
	const derived =
		geometry.type === 'LineString'
			? deriveLine(geometry, precision, leftSide(place, places))
			: geometry.type !== 'Point'
				? deriveArea(geometry, view)
				: line?.type === 'LineString'
					? deriveStretch(geometry, precision, line)
					: deriveExtent(
							geometry,
							precision,
							area?.type === 'Polygon' || area?.type === 'MultiPolygon' ? area : undefined
						);
	return {
		...derived,
		anchor: trimmed(point(derived.anchor)).coordinates,
		bbox: derived.bbox.map((degrees) => Number(degrees.toFixed(DECIMALS))) as BBox,
		parts: derived.parts.map((part) => ({ ...part, geometry: trimmed(part.geometry) }))
	};
}
