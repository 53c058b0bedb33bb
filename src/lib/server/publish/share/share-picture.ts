/**
 * Draws the share picture as SVG: the picture that other sites show with a link. Text is on the left and the still map
 * on the right, in the colours of the light theme.
 */
import { palette } from '$lib/style/palette';
import type { Drawing } from '$lib/model/drawing';
import type { Place, Story } from '$lib/model/story';
import { drawMap } from './share-map';
import { drawWords } from './share-words';
import { drawPlace } from '../../still-map/place-map';
import { drawStill, type Detail } from '../../still-map/still-map';

/** Pixels. */
export const WIDTH = 1200;
export const HEIGHT = 630;
export const MAP_WIDTH = 560;
const MARGIN = 48;

const DETAIL = { overflow: [0.1, 0.2], tolerance: 2 } satisfies Partial<Detail>;

/** The picture of the story, or of one of its places. */
export function drawShare(story: Story, drawing: Drawing, place?: Place): string {
	const still = place?.bbox
		? drawPlace(story, drawing, { id: place.id, bbox: place.bbox }, DETAIL)
		: drawStill(story, drawing, story.views[0].bbox, { ...DETAIL, labels: {} });
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
		`<rect width="${WIDTH}" height="${HEIGHT}" fill="${palette.light.paper}"/>`,
		drawMap(story, still, { x: WIDTH - MAP_WIDTH, width: MAP_WIDTH, height: HEIGHT }),
		drawWords(story, { margin: MARGIN, width: WIDTH - MAP_WIDTH - 2 * MARGIN, height: HEIGHT }, place),
		'</svg>'
	].join('\n');
}
