/**
 * Story -> the picture a shared link shows, as SVG: words on the left, the still map on the right. A quote stands in it
 * whole or not at all. Colours are those of the light page, whatever the reader's.
 */
import type { BBox, FeatureCollection, Geometry } from 'geojson';
import { squareAround, zoomOf } from '$lib/geo/mercator';
import { palette } from '$lib/style/palette';
import type { Drawing, StillMap } from '$lib/model/drawing';
import type { Place, Story } from '$lib/model/story';
import { drawMap } from './share-map';
import { drawWords } from './share-words';
import { drawStill, type Detail } from '../still-map/still-map';

export const WIDTH = 1200;
export const HEIGHT = 630;
export const MAP_WIDTH = 620;
const MARGIN = 52;

/** What is shown around a place, as a share of its size, and the least side in kilometres. */
const AROUND = 0.15;
const LEAST = 60;
const KILOMETRES_PER_DEGREE = 111.2;
/** Web Mercator has no poles. */
const HIGHEST = 84;

/** In a view so many times wider than the first, symbols and towns would lie in a heap. */
const FAR = 4;

const DETAIL: Detail = { reach: [0.1, 0.1], tolerance: 2, labels: {} };

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
	const first = story.views[0].bbox;
	const { anchor, bbox } = place;
	if (!anchor || !bbox) return drawStill(story, drawing, first, DETAIL);
	const view = frame(bbox);
	const zoom = zoomOf(view);
	const here = view[2] > 180 ? goingOn(drawing) : drawing;
	// An area that the first view shows a piece of has a name there, and one at its middle for wider views.
	const features = here.parts.features.filter(
		({ properties: { part, from = -Infinity, until = Infinity } }) =>
			part !== 'label' || (from <= zoom && zoom < until)
	);
	const areasOnly = view[2] - view[0] > FAR * (first[2] - first[0]);
	return drawStill(story, { ...here, parts: { ...here.parts, features } }, view, {
		...DETAIL,
		labels: { subject: place.id, areasOnly }
	});
}

function frame([west, south, east, north]: BBox): BBox {
	const box: BBox = [west, Math.max(south, -HIGHEST), east, Math.min(north, HIGHEST)];
	const [longitude, latitude] = [(west + east) / 2, (box[1] + box[3]) / 2];
	const up = LEAST / 2 / KILOMETRES_PER_DEGREE;
	const aside = up / Math.cos((latitude * Math.PI) / 180);
	const least: BBox = [longitude - aside, latitude - up, longitude + aside, latitude + up];
	return squareAround([squareAround([box], AROUND), least], 0);
}

/** With the world once more to the east, for a place across the antimeridian. */
function goingOn({ parts, basemap }: Drawing): Drawing {
	const twice = <C extends FeatureCollection<Geometry, unknown>>(collection: C): C => {
		const east = JSON.parse(JSON.stringify(collection), (_key, value: unknown) =>
			Array.isArray(value) && typeof value[0] === 'number'
				? [value[0] + 360, ...(value.slice(1) as number[])]
				: value
		) as C;
		return { ...collection, features: [...collection.features, ...east.features] };
	};
	const { land, borders } = basemap;
	return { parts: twice(parts), basemap: { ...basemap, land: twice(land), borders: twice(borders) } };
}
