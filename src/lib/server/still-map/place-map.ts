/** Draws the map around one place, for its page and its share picture. */
import type { BBox, FeatureCollection, Geometry } from 'geojson';
import { squareAround, zoomOf } from '$lib/geo/mercator';
import type { Drawing, StandingSign, StillMap } from '$lib/model/drawing';
import type { Story } from '$lib/model/story';
import { drawStill, labelsAt, type Detail } from './still-map';

/** How far the map extends beyond a place on each side, as a share of the place's size. */
const MARGIN = 0.15;
/** How far the map moves to the side on which the name of a place stands beside its line, as a share of its side. */
const SIGN_SHIFT = 0.15;
/** Kilometres: the smallest side of the map. */
const MIN_SIDE = 60;
const KILOMETRES_PER_DEGREE = 111.2;
/** Degrees of latitude, north and south: Web Mercator does not reach the poles. */
const MAX_LATITUDE = 84;

/** In a map more than this many times as wide as the first view, symbols and towns would overlap. */
const MAX_WIDENING = 4;

export function drawPlace(
	story: Story,
	drawing: Drawing,
	place: { id: string; bbox: BBox },
	detail: Pick<Detail, 'overflow' | 'tolerance'>
): StillMap {
	const firstView = story.views[0].bbox;
	const view = beside(viewAround(place.bbox), drawing.signs[place.id]?.side);
	const source = view[2] > 180 ? withEasternCopy(drawing) : drawing;
	const features = labelsAt(source.parts.features, zoomOf(view));
	const areasOnly = view[2] - view[0] > MAX_WIDENING * (firstView[2] - firstView[0]);
	return drawStill(story, { ...source, parts: { ...source.parts, features } }, view, {
		...detail,
		labels: { subject: place.id, areasOnly }
	});
}

function viewAround([west, south, east, north]: BBox): BBox {
	const box: BBox = [west, Math.max(south, -MAX_LATITUDE), east, Math.min(north, MAX_LATITUDE)];
	const [longitude, latitude] = [(west + east) / 2, (box[1] + box[3]) / 2];
	const halfHeight = MIN_SIDE / 2 / KILOMETRES_PER_DEGREE;
	const halfWidth = halfHeight / Math.cos((latitude * Math.PI) / 180);
	const smallest: BBox = [
		longitude - halfWidth,
		latitude - halfHeight,
		longitude + halfWidth,
		latitude + halfHeight
	];
	return squareAround([squareAround([box], MARGIN), smallest], 0);
}

/** Moves the view to the side of the line on which the sign and the name of the place stand. */
function beside([west, south, east, north]: BBox, side: StandingSign['side'] | undefined): BBox {
	const shift = (east - west) * ({ left: -SIGN_SHIFT, right: SIGN_SHIFT }[side as string] ?? 0);
	return [west + shift, south, east + shift, north];
}

/** Adds a copy of the world 360 degrees to the east, for a place that crosses the antimeridian. */
function withEasternCopy({ parts, basemap, signs }: Drawing): Drawing {
	const doubled = <C extends FeatureCollection<Geometry, unknown>>(collection: C): C => {
		const copy = JSON.parse(JSON.stringify(collection), (_key, value: unknown) =>
			Array.isArray(value) && typeof value[0] === 'number'
				? [value[0] + 360, ...(value.slice(1) as number[])]
				: value
		) as C;
		return { ...collection, features: [...collection.features, ...copy.features] };
	};
	const { land, borders } = basemap;
	return {
		parts: doubled(parts),
		basemap: { ...basemap, land: doubled(land), borders: doubled(borders) },
		signs
	};
}
