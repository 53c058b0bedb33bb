/**
 * Compiles the files of a story into a Story and a Drawing. Nothing is guessed or repaired: the result contains only
 * what the files say and what is derived from it.
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
import { placeSigns, withSigns } from './label-placement/signs';
import { survey } from './places/survey';
import type { Derived } from './places/shapes';
import type { LayerSource } from './places/surveyed';
import { parseGeojson, parseYaml } from './input/parse';
import { anchorPassages } from './quotes/passages';
import { creditsOf, drawParts, layerOf, listPlaces } from './places/places';
import { frameViews, viewsWithPlaces } from './places/views';
import type { StoryFile, StoryFiles } from './input/read';
import { regionOf, type CreditedRegion } from './basemap/region';
import { identifier } from './input/fields';
import { layerSchema, townsSchema } from './input/layer-schema';
import { articleSchema, passagesSchema, type ArticleFile } from './input/schema';
import { placeSideNames, sideNameEnd } from './label-placement/side-names';
import { labelsAlongLines } from './label-placement/along-lines';

/** How far the detailed basemap extends beyond the views on each side, as a share of the square around them. */
const DETAIL_MARGIN = 0.05;

export interface Compiled {
	story: Story;
	drawing: Drawing;
}

/** @throws StoryError with all faults that were found */
export function compile(files: StoryFiles): Compiled {
	const faults = [...files.faults];
	/** Returns the value and collects the faults. */
	const unwrap = <Value>({ value, faults: found }: Checked<Value>): Value => {
		for (const fault of found) faults.push(fault);
		return value;
	};
	const { article, passages, sources, region, towns } = parse(files, unwrap);
	// If a layer could not be read, references to its places are not checked: each would be reported as another fault.
	const complete = sources.length > 0 && sources.length === files.layers.length;
	const places = unwrap(survey(sources, complete));
	faults.push(...checkIds(sources, passages?.passages ?? [], article));
	if (article) faults.push(...checkArticle(article, files.text, complete ? sources : undefined));
	const placeIds = sources.flatMap(({ layer }) => layer.features.map(({ id }) => id));
	const anchored = unwrap(
		anchorPassages(passages?.passages ?? [], {
			file: files.passages.file,
			text: files.text,
			article,
			placeIds: complete ? new Set(placeIds) : undefined
		})
	);
	if (!article) throw new StoryError(faults);
	const [firstView, ...otherViews] = unwrap(frameViews(article.views, places));
	if (!firstView) throw new StoryError(faults);
	const listed = unwrap(listPlaces(places, anchored, article.language, firstView.bbox));
	if (!passages || !files.text) throw new StoryError(faults);
	const { leftOut } = passages;
	const coverage = unwrap(cover(files.text, anchored, leftOut, listed.places, article.rights.limit));
	if (faults.length > 0) throw new StoryError(faults);

	const story: Story = {
		article: publishedArticle(article, files),
		passages: anchored,
		layers: sources.map(layerOf),
		places: listed.places,
		views: viewsWithPlaces([firstView, ...otherViews], listed.places, listed.derived),
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

/** Without the speakers and views, which are elsewhere in the story. */
function publishedArticle(
	{ speakers: _speakers, views: _views, ...rest }: ArticleFile,
	{ sha256, text }: StoryFiles
): Story['article'] {
	return { ...rest, sha256, length: text.length } as Story['article'];
}

function draw(
	story: Story,
	derived: Map<string, Derived>,
	region: CreditedRegion | undefined,
	towns: Feature<Point, TownFeature>[]
): Drawing {
	const { article, places, views } = story;
	const [{ bbox, zoom }] = views;
	const detailed = squareAround(
		views.map(({ bbox }) => bbox),
		DETAIL_MARGIN
	);
	const placeNames = new Set(places.flatMap(({ names }) => Object.values(names)));
	const basemap = buildBasemap(detailed, bbox[2] - bbox[0], region, towns, article.language, placeNames);
	const drawn = drawParts(places, derived);
	const signs = placeSigns(drawn, places, zoom);
	const parts = withSigns(drawn, story, signs);
	const { marks } = labelView(story, { parts, signs }, basemap.towns.features, bbox);
	const features = [
		...placeSideNames(placeLineLabels(parts, marks, bbox, zoom), marks, bbox, zoom),
		...labelsAlongLines(parts, sideNameEnd(zoom))
	];
	return { parts: { type: 'FeatureCollection', features }, basemap, signs };
}

function parse(files: StoryFiles, unwrap: <Value>(checked: Checked<Value>) => Value) {
	return {
		region: files.region && unwrap(regionOf(files.region)),
		towns: files.towns && unwrap(parseGeojson(files.towns, townsSchema)),
		article: unwrap(parseYaml(files.article, articleSchema)),
		passages: unwrap(parseYaml(files.passages, passagesSchema)),
		sources: files.layers.map((file) => unwrap(parseLayer(file))).filter((source) => source !== undefined)
	};
}

/** The id of a layer is the name of its file. */
function parseLayer(storyFile: StoryFile): Checked<LayerSource | undefined> {
	const { file } = storyFile;
	const id = file.replace(/^.*\/|\.geojson$/g, '');
	const [issue] = identifier.safeParse(id).error?.issues ?? [];
	const { value: layer, faults } = parseGeojson(storyFile, layerSchema);
	const mend = 'Rename it: it is the id of the layer.';
	const misnamed = issue
		? [{ file, thing: 'the name of the file', fault: issue.message, found: id, mend }]
		: [];
	return { value: layer && { id, file, layer }, faults: [...misnamed, ...faults] };
}
