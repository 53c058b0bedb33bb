/** Makes the views of the story: what each of them frames, and which places are drawn in it. */
import { bboxClip, circle } from '@turf/turf';
import type { BBox, Geometry, LineString } from 'geojson';
import { intersects, squareAround, union, zoomOf } from '$lib/geo/mercator';
import { degreesOutside } from '$lib/geo/position';
import type { Place, View } from '$lib/model/story';
import type { Checked, Fault } from '../input/faults';
import type { ArticleFile } from '../input/schema';
import { boxOf, type Derived, type DerivedPart } from './shapes';
import type { Surveyed } from './surveyed';

/** As a share of a view's side, on each side. */
const VIEW_MARGIN = 0.08;
/** Zooms by which a view may be wider than the first and still show the symbols of places that only have a position. */
const WIDER = 1;

type Frame = Omit<View, 'places'>;

/**
 * The views, each with a square bounding box: around its own `bbox`, or around its layers and places. A view with
 * nothing to draw is left out: checkArticle() or the checks of its places report it.
 */
export function frameViews(views: ArticleFile['views'], places: Map<string, Surveyed>): Checked<Frame[]> {
	const faults: Fault[] = [];
	const framed = views.flatMap(
		({ id, label, short = label, layers = [], places: ids = [], bbox }): Frame[] => {
			const shown = [...places.values()].filter(
				(place) => layers.includes(place.layer) || ids.includes(place.id)
			);
			const boxes = shown.flatMap(({ geometry, properties: { precision = 0 } }) =>
				geometry
					? [
							boxOf(
								geometry.type === 'Point' ? circle(geometry.coordinates, precision / 1000).geometry : geometry
							)
						]
					: []
			);
			if (boxes.length === 0) return [];
			if (bbox && !boxes.some((box) => intersects(box, bbox)))
				faults.push({
					file: 'article/article.yaml',
					thing: `view "${id}"`,
					fault: 'frames none of its layers and places',
					found: bbox,
					mend: 'Correct its bbox (longitude comes first), or remove it.'
				});
			const frame = bbox ? squareAround([bbox], 0) : squareAround(boxes, VIEW_MARGIN);
			const [west, , east] = bbox ?? union(boxes);
			const isNarrow = (east - west) * 2 <= frame[2] - frame[0];
			return [
				{ id, label, short, bbox: frame, zoom: zoomOf(frame), ...(isNarrow && { narrow: true as const }) }
			];
		}
	);
	return { value: framed, faults };
}

/**
 * Adds to each view the places of which something is drawn in it. Symbols of places of which the article does not speak
 * would hide the others in a view that is much wider than the first, so they are left to a closer view that has them.
 */
export function viewsWithPlaces(
	frames: [Frame, ...Frame[]],
	places: Place[],
	derived: Map<string, Derived>
): [View, ...View[]] {
	const [first, ...others] = frames;
	const partsOf = ({ id }: Place): DerivedPart[] =>
		(derived.get(id)?.parts ?? []).filter(({ part }) => part !== 'label');
	const isIn = (place: Place, { bbox }: Frame): boolean =>
		partsOf(place).some(({ geometry }) => reaches(geometry, bbox));
	const isLeftOut = (place: Place, { zoom }: Frame): boolean =>
		zoom < first.zoom - WIDER &&
		place.quoted !== 'article' &&
		partsOf(place).some(({ part }) => part === 'symbol') &&
		frames.some((closer) => closer.zoom > zoom && isIn(place, closer));
	const withPlaces = (frame: Frame): View => ({
		...frame,
		places: places.filter((place) => isIn(place, frame) && !isLeftOut(place, frame)).map(({ id }) => id)
	});
	return [withPlaces(first), ...others.map(withPlaces)];
}

/** Whether a piece of the geometry lies in the box. */
function reaches(geometry: Geometry, box: BBox): boolean {
	if (geometry.type === 'Point') return degreesOutside(box, geometry.coordinates) === 0;
	return bboxClip(geometry as LineString, box).geometry.coordinates.flat().length > 0;
}
