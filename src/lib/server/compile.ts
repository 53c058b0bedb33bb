/**
 * Article + passages + layers -> Story and Drawing, or one StoryError that lists every fault.
 * Nothing is guessed and nothing is repaired: what is shown is what the files say and what is derived from them.
 */
import type { Feature, Point } from 'geojson';
import { squareAround } from '$lib/geo/mercator';
import type { Drawing } from '$lib/model/drawing';
import type { Story } from '$lib/model/story';
import { buildBasemap, type TownFeature } from './basemap/basemap';
import { checkArticle, checkIds } from './input/cross-checks';
import { cover } from './quotes/coverage';
import { StoryError, type Fault } from './input/faults';
import { placeNames, settleLines } from './label-placement/labels';
import { survey } from './places/survey';
import type { LayerSource } from './places/surveyed';
import { parseGeojson, parseYaml } from './input/parse';
import { anchorPassages } from './quotes/passages';
import { creditsOf, drawParts, frameViews, layerOf, listPlaces } from './places/places';
import type { StoryFile, StoryFiles } from './input/read';
import { regionOf } from './basemap/region';
import { articleSchema, identifier, layerSchema, passagesSchema, townsSchema } from './input/schema';
import { nameSides } from './label-placement/along-lines';

/** How far beyond its views a story's middle tier reaches, as a share of their size. */
const FRAME_MARGIN = 0.05;

export interface Compiled {
	story: Story;
	drawing: Drawing;
}

export function compile(files: StoryFiles): Compiled {
	const faults: Fault[] = [...files.faults];
	const { article, passages, sources, region, towns, attribution } = parse(files, faults);
	// With a layer unread, every mention of its places would be told as a fault of its own.
	const complete = sources.length > 0 && sources.length === files.layers.length;
	const places = survey(sources, complete, faults);
	checkIds(sources, passages?.passages ?? [], article, faults);
	if (article) checkArticle(article, files.text, complete ? sources : undefined, faults);
	const anchored = anchorPassages(passages?.passages ?? [], {
		file: files.passages.file,
		text: files.text,
		article,
		placeIds: complete
			? new Set(sources.flatMap(({ layer }) => layer.features.map(({ id }) => id)))
			: undefined,
		faults
	});
	if (!article) throw new StoryError(faults);
	const views = frameViews(article.views, places);
	const [first] = views;
	if (!first) throw new StoryError(faults);
	const listed = listPlaces(places, anchored, article.language, first.bbox, faults);
	if (!passages || !files.text) throw new StoryError(faults);
	const coverage = cover(files.text, anchored, passages.leftOut, listed.places, article.rights.limit, faults);
	if (faults.length > 0) throw new StoryError(faults);

	const frame = squareAround(
		views.map(({ bbox }) => bbox),
		FRAME_MARGIN
	);
	const basemap = buildBasemap(
		frame,
		first.bbox[2] - first.bbox[0],
		region,
		towns,
		article.language,
		new Set(listed.places.flatMap(({ names }) => Object.values(names)))
	);
	const parts = drawParts(listed.places, listed.derived);
	const { marks } = placeNames(listed.places, parts, basemap.towns.features, first.bbox);
	const { speakers: _speakers, views: _views, ...told } = article;
	return {
		story: {
			article: { ...told, sha256: files.sha256, length: files.text.length } as Story['article'],
			passages: anchored,
			layers: sources.map(layerOf),
			places: listed.places,
			views,
			coverage,
			credits: creditsOf(listed.places),
			attribution: ['Natural Earth', ...attribution]
		},
		drawing: {
			parts: {
				type: 'FeatureCollection',
				features: [...settleLines(parts, marks, first.bbox, first.zoom), ...nameSides(parts)]
			},
			basemap
		}
	};
}

function parse(files: StoryFiles, faults: Fault[]) {
	const layer = (from: StoryFile): LayerSource | undefined => {
		const { file } = from;
		const id = file.replace(/^.*\/|\.geojson$/g, '');
		const [issue] = identifier.safeParse(id).error?.issues ?? [];
		if (issue)
			faults.push({
				file,
				thing: 'the name of the file',
				fault: issue.message,
				found: id,
				mend: 'Rename it: it is the id of the layer.'
			});
		const parsed = parseGeojson(from, layerSchema, faults);
		return parsed && { id, file, layer: parsed };
	};
	const region = files.region && regionOf(files.region, faults);
	const towns = files.towns && parseGeojson(files.towns, townsSchema, faults);
	return {
		article: parseYaml(files.article, articleSchema, faults),
		passages: parseYaml(files.passages, passagesSchema, faults),
		sources: files.layers.map(layer).filter((source) => source !== undefined),
		region,
		towns: (towns?.features ?? []) as unknown as Feature<Point, TownFeature>[],
		attribution: [region?.attribution, towns?.attribution].filter((credit) => credit !== undefined)
	};
}
