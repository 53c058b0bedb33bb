/**
 * Draws the share picture as SVG: the picture that other sites show with a link. Text is on the left and the still map
 * on the right, in the colours of the light theme.
 */
import type { BBox, FeatureCollection, Geometry } from 'geojson';
import { squareAround, zoomOf } from '$lib/geo/mercator';
import { palette } from '$lib/style/palette';
import type { Drawing, StillMap } from '$lib/model/drawing';
import type { Place, Story } from '$lib/model/story';
import { drawMap } from './share-map';
import { drawWords } from './share-words';
import { drawStill, labelsAt, type Detail } from '../still-map/still-map';

/** Pixels. */
export const WIDTH = 1200;
export const HEIGHT = 630;
export const MAP_WIDTH = 620;
const MARGIN = 52;

/** How far the map extends beyond a place on each side, as a share of the place's size. */
const PLACE_MARGIN = 0.15;
/** Kilometres: the smallest side of the map. */
const MIN_SIDE = 60;
const KILOMETRES_PER_DEGREE = 111.2;
/** Degrees of latitude, north and south: Web Mercator does not reach the poles. */
const MAX_LATITUDE = 84;

/** In a map more than this many times as wide as the first view, symbols and towns would overlap. */
const MAX_WIDENING = 4;

const DETAIL: Detail = { overflow: [0.1, 0.1], tolerance: 2, labels: {} };

/** The picture of the story, or of one of its places. */
export function drawShare(story: Story, drawing: Drawing, place?: Place): string {
	const still = place
		? placeMap(story, drawing, place)
		: drawStill(story, drawing, story.views[0].bbox, DETAIL);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
		`<rect width="${WIDTH}" height="${HEIGHT}" fill="${palette.light.paper}"/>`,
		drawMap(story, still, { x: WIDTH - MAP_WIDTH, width: MAP_WIDTH, height: HEIGHT }, place?.id),
		drawWords(story, { margin: MARGIN, width: WIDTH - MAP_WIDTH - 2 * MARGIN, height: HEIGHT }, place),
		'</svg>'
	].join('\n');
}

function placeMap(story: Story, drawing: Drawing, place: Place): StillMap {
	const firstView = story.views[0].bbox;
	const { anchor, bbox } = place;
	if (!anchor || !bbox) return drawStill(story, drawing, firstView, DETAIL);
	const view = viewAround(bbox);
	const zoom = zoomOf(view);
	const source = view[2] > 180 ? withEasternCopy(drawing) : drawing;
	const features = labelsAt(source.parts.features, zoom);
	const areasOnly = view[2] - view[0] > MAX_WIDENING * (firstView[2] - firstView[0]);
	return drawStill(story, { ...source, parts: { ...source.parts, features } }, view, {
		...DETAIL,
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
	return squareAround([squareAround([box], PLACE_MARGIN), smallest], 0);
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
