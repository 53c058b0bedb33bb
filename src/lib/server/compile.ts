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
import { StoryError, type Checked } from './input/faults';
import { labelView } from './label-placement/labels';
import { placeLineLabels } from './label-placement/line-labels';
import { survey } from './places/survey';
import type { Derived } from './places/shapes';
import type { LayerSource } from './places/surveyed';
import { parseGeojson, parseYaml } from './input/parse';
import { anchorPassages } from './quotes/passages';
import { creditsOf, drawParts, frameViews, layerOf, listPlaces } from './places/places';
import type { StoryFile, StoryFiles } from './input/read';
import { regionOf, type CreditedRegion } from './basemap/region';
import { articleSchema, identifier, layerSchema, passagesSchema, townsSchema } from './input/schema';
import { nameSides } from './label-placement/along-lines';

/** How far beyond its views a story's middle tier reaches, as a share of their size. */
const FRAME_MARGIN = 0.05;

export interface Compiled {
	story: Story;
	drawing: Drawing;
}

export function compile(files: StoryFiles): Compiled {
	const faults = [...files.faults];
	const take = <Value>({ value, faults: found }: Checked<Value>): Value => {
		for (const fault of found) faults.push(fault);
		return value;
	};
	const { article, passages, sources, region, towns } = parse(files, take);
	// With a layer unread, every mention of its places would be told as a fault of its own.
	const complete = sources.length > 0 && sources.length === files.layers.length;
	const places = take(survey(sources, complete));
	faults.push(...checkIds(sources, passages?.passages ?? [], article));
	if (article) faults.push(...checkArticle(article, files.text, complete ? sources : undefined));
	const placeIds = sources.flatMap(({ layer }) => layer.features.map(({ id }) => id));
	const anchored = take(
		anchorPassages(passages?.passages ?? [], {
			file: files.passages.file,
			text: files.text,
			article,
			placeIds: complete ? new Set(placeIds) : undefined
		})
	);
	if (!article) throw new StoryError(faults);
	const [first, ...others] = frameViews(article.views, places);
	if (!first) throw new StoryError(faults);
	const listed = take(listPlaces(places, anchored, article.language, first.bbox));
	if (!passages || !files.text) throw new StoryError(faults);
	const { leftOut } = passages;
	const coverage = take(cover(files.text, anchored, leftOut, listed.places, article.rights.limit));
	if (faults.length > 0) throw new StoryError(faults);

	const { speakers: _speakers, views: _views, ...told } = article;
	const story: Story = {
		article: { ...told, sha256: files.sha256, length: files.text.length } as Story['article'],
		passages: anchored,
		layers: sources.map(layerOf),
		places: listed.places,
		views: [first, ...others],
		coverage,
		credits: creditsOf(listed.places),
		attribution: [
			'Natural Earth',
			...[region?.attribution, towns?.attribution].filter((credit) => credit !== undefined)
		]
	};
	const townFeatures = (towns?.features ?? []) as unknown as Feature<Point, TownFeature>[];
	return { story, drawing: draw(story, listed.derived, region, townFeatures) };
}

function draw(
	{ article, places, views }: Story,
	derived: Map<string, Derived>,
	region: CreditedRegion | undefined,
	towns: Feature<Point, TownFeature>[]
): Drawing {
	const [{ bbox, zoom }] = views;
	const frame = squareAround(
		views.map(({ bbox }) => bbox),
		FRAME_MARGIN
	);
	const placeNames = new Set(places.flatMap(({ names }) => Object.values(names)));
	const basemap = buildBasemap(frame, bbox[2] - bbox[0], region, towns, article.language, placeNames);
	const parts = drawParts(places, derived);
	const { marks } = labelView(places, parts, basemap.towns.features, bbox);
	const features = [...placeLineLabels(parts, marks, bbox, zoom), ...nameSides(parts)];
	return { parts: { type: 'FeatureCollection', features }, basemap };
}

function parse(files: StoryFiles, take: <Value>(checked: Checked<Value>) => Value) {
	return {
		region: files.region && take(regionOf(files.region)),
		towns: files.towns && take(parseGeojson(files.towns, townsSchema)),
		article: take(parseYaml(files.article, articleSchema)),
		passages: take(parseYaml(files.passages, passagesSchema)),
		sources: files.layers.map((from) => take(parseLayer(from))).filter((source) => source !== undefined)
	};
}

function parseLayer(from: StoryFile): Checked<LayerSource | undefined> {
	const { file } = from;
	const id = file.replace(/^.*\/|\.geojson$/g, '');
	const [issue] = identifier.safeParse(id).error?.issues ?? [];
	const { value: layer, faults } = parseGeojson(from, layerSchema);
	const mend = 'Rename it: it is the id of the layer.';
	const misnamed = issue
		? [{ file, thing: 'the name of the file', fault: issue.message, found: id, mend }]
		: [];
	return { value: layer && { id, file, layer }, faults: [...misnamed, ...faults] };
}
