/** Places the names of the two sides of a line: one on each side of it, both at the same height. */
import { booleanPointInPolygon } from '@turf/turf';
import type { BBox, LineString, MultiPolygon, Polygon, Position } from 'geojson';
import { fromViewBox, toViewBox, VIEW_BOX } from '$lib/geo/mercator';
import type { DrawnPart, StillMark } from '$lib/model/drawing';
import { point, trimmed } from '../places/shapes';
import { boxesOf, isInView, overlap, type LabelBoard, type Name, type ViewBoxPoint } from './board';
import { coveredParts } from './controls';

/** Where along the line's extent in the view the names are tried: first at the middle of its upper part. */
const FIRST_SHARE = 0.36;
const SHARES = Array.from({ length: 121 }, (_, index) => 0.1 + index / 150).sort(
	(a, b) => Math.abs(a - FIRST_SHARE) - Math.abs(b - FIRST_SHARE)
);
/** Units of the viewBox between the line and the middle of a name: beside a line, and above or below one. */
const DISTANCES_BESIDE = [230, 260, 290, 320, 350, 190, 160, 140, 410, 470];
const DISTANCES_ABOVE = [90, 140, 200, 260];

/** A side and its name. */
export interface SideName {
	place: string;
	tint: 1 | 2;
	area: Polygon | MultiPolygon;
	name: Name;
}

/**
 * By place id, where both names have room, at the height at which controls cover them least; empty if there is no line with
 * two sides, or no such height.
 */
export function sideNamePoints(
	parts: DrawnPart[],
	sides: SideName[],
	board: LabelBoard,
	view: BBox
): Map<string, ViewBoxPoint> {
	const line = parts.find(({ properties: { part, left } }) => part === 'line' && left);
	if (!line || sides.length !== 2) return new Map();
	const project = toViewBox(view);
	const unproject = fromViewBox(view);
	const points = (line.geometry as LineString).coordinates.map((position) => toPoint(project(position)));
	const rows = rowsAlong(points, line.properties.left);
	const placed = rows.flatMap((row) => {
		const names = sides.flatMap(({ place, tint, area, name }) => {
			const free = row[tint].filter(
				(candidate) =>
					isInView(candidate) &&
					booleanPointInPolygon(unproject(candidate.x, candidate.y), area) &&
					board.findSide(name, candidate)
			);
			const [best] = free
				.map((candidate) => ({ place, point: candidate, seen: timesSeen(name, candidate) }))
				.sort((a, b) => b.seen - a.seen);
			return best ? [best] : [];
		});
		return names.length === sides.length ? [names] : [];
	});
	const seen = (names: { seen: number }[]): number => names.reduce((sum, each) => sum + each.seen, 0);
	const [best = []] = placed.sort((a, b) => seen(b) - seen(a));
	return new Map(best.map(({ place, point }) => [place, point]));
}

/** At how many of the usual sizes of the map no control covers the name. */
const timesSeen = (name: Name, point: ViewBoxPoint): number =>
	coveredParts.filter(({ scale, boxes }) => {
		const { middle } = boxesOf(name, point, scale);
		return !boxes.some((box) => overlap(box, middle));
	}).length;

const toPoint = ([x = 0, y = 0]: Position): ViewBoxPoint => ({ x: Math.round(x), y: Math.round(y) });

/** For each row across the line, the points of each side from the line outwards. */
function rowsAlong(points: ViewBoxPoint[], left: 1 | 2 | undefined): Record<1 | 2, ViewBoxPoint[]>[] {
	const [first, last] = [points[0], points.at(-1)];
	if (!first || !last) return [];
	/** Whether the line runs up and down rather than across. */
	const isUpright = Math.abs(last.y - first.y) >= Math.abs(last.x - first.x);
	const along = ({ x, y }: ViewBoxPoint): number => (isUpright ? y : x);
	const across = ({ x, y }: ViewBoxPoint): number => (isUpright ? x : y);
	const visible = points.filter((point) => along(point) >= 0 && along(point) <= VIEW_BOX);
	const [from, to] = [Math.min(...visible.map(along)), Math.max(...visible.map(along))];
	// The left of a line that runs down the map is on the right of the map; of one that runs to the right, it is above.
	const leftIsPositive = isUpright ? last.y > first.y : last.x < first.x;
	const distances = isUpright ? DISTANCES_BESIDE : DISTANCES_ABOVE;
	return SHARES.flatMap((share) => {
		const height = Math.round(from + share * (to - from));
		const near = visible.filter((point) => Math.abs(along(point) - height) < VIEW_BOX / 20).map(across);
		if (near.length === 0) return [];
		const at = (value: number): ViewBoxPoint =>
			isUpright ? { x: value, y: height } : { x: height, y: value };
		const positive = distances.map((distance) => at(Math.max(...near) + distance));
		const negative = distances.map((distance) => at(Math.min(...near) - distance));
		return [(left === 1) === leftIsPositive ? { 1: positive, 2: negative } : { 1: negative, 2: positive }];
	});
}

/**
 * Puts the names of the sides on the live map where the still map has them, around the zoom of the first view. Below they
 * stay in the middle of their area, above they stand along the line (along-lines.ts).
 */
export function placeSideNames(
	parts: DrawnPart[],
	marks: StillMark[],
	view: BBox,
	zoom: number
): DrawnPart[] {
	const unproject = fromViewBox(view);
	return parts.flatMap((part) => {
		const { part: kind, tint, place, from } = part.properties;
		const mark = marks.find((other) => other.place === place && other.label);
		if (kind !== 'label' || !tint || !mark) return [part];
		if (from !== undefined) return [];
		const geometry = trimmed(point(unproject(mark.x, mark.y)));
		return [
			{
				...part,
				geometry,
				properties: { ...part.properties, from: sideNameStart(zoom), until: sideNameEnd(zoom) }
			},
			{ ...part, properties: { ...part.properties, until: sideNameStart(zoom) } }
		];
	});
}

/** First zoom at which they stand beside the line: maps in low frames begin two zooms below others. */
const sideNameStart = (zoom: number): number => zoom - 2;

/** First zoom at which the names of the sides stand along the line. */
export const sideNameEnd = (zoom: number): number => zoom + 2;
