/**
 * What is drawn of each place, derived with Turf at build and never committed: the area within which a point is
 * known, cut to the side of the border that is known; the stretch of border on which a crossing lies; and where labels
 * stand.
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
import type { Surveyed } from './surveyed';
import { DECIMALS, boxOf, point, trimmed, type Derived, type DerivedPart } from './shapes';

const METRES = { units: 'meters' } as const;

/** A line can be named beside its middle, or at a third from either end. */
function deriveLine(geometry: LineString, precision: number): Derived {
	const metres = length(feature(geometry), METRES);
	const at = (share: number): Position => along(geometry, metres * share, METRES).geometry.coordinates;
	const extent = metres * precision;
	return {
		parts: [
			{ part: 'line', geometry, extent },
			...[1 / 2, 1 / 3, 2 / 3].map((share): DerivedPart => ({
				part: 'label',
				geometry: point(at(share)),
				extent
			}))
		],
		anchor: at(1 / 2),
		bbox: boxOf(geometry)
	};
}

function deriveStretch({ coordinates }: Point, precision: number, line: LineString): Derived {
	const snapped = nearestPointOnLine(line, coordinates, METRES);
	const at = snapped.properties.totalDistance;
	const whole = length(feature(line), METRES);
	const stretch = lineSliceAlong(
		line,
		Math.max(0, at - precision),
		Math.min(whole, at + precision),
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

function deriveExtent(
	{ coordinates }: Point,
	precision: number,
	side: Polygon | MultiPolygon | undefined
): Derived {
	const whole = circle(coordinates, precision, { ...METRES, steps: 48 });
	const cut = side ? (intersect(featureCollection([whole, feature(side)])) ?? whole) : whole;
	const anchor = side ? pointOnFeature(cut).geometry.coordinates : coordinates;
	const extent = areaOf(cut);
	return {
		parts: [
			{ part: 'extent', geometry: cut.geometry, extent },
			{ part: 'symbol', geometry: point(anchor), extent }
		],
		anchor,
		bbox: boxOf(cut.geometry)
	};
}

/** Null for a place that is listed and not drawn. `view` is the box of the first view. */
export function derive(place: Surveyed, places: Map<string, Surveyed>, view: BBox): Derived | null {
	const { geometry, properties } = place;
	if (!geometry) return null;
	const { precision = 0, on = '', within = '' } = properties;
	const line = places.get(on)?.geometry;
	const side = places.get(within)?.geometry;
	const derived =
		geometry.type === 'LineString'
			? deriveLine(geometry, precision)
			: geometry.type !== 'Point'
				? deriveArea(geometry, view)
				: line?.type === 'LineString'
					? deriveStretch(geometry, precision, line)
					: deriveExtent(
							geometry,
							precision,
							side?.type === 'Polygon' || side?.type === 'MultiPolygon' ? side : undefined
						);
	return {
		...derived,
		anchor: trimmed(point(derived.anchor)).coordinates,
		bbox: derived.bbox.map((degrees) => Number(degrees.toFixed(DECIMALS))) as BBox,
		parts: derived.parts.map((part) => ({ ...part, geometry: trimmed(part.geometry) }))
	};
}
