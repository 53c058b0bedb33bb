/**
 * Article + passages + layers -> Story and Drawing, or one StoryError that lists every fault.
 * Nothing is guessed and nothing is repaired: what is shown is what the files say and what is derived from them.
 */
import { circle } from '@turf/circle';
import type { BBox, Feature, Point } from 'geojson';
import type { Topology } from 'topojson-specification';
import { squareAround, zoomOf } from '$lib/drawing/mercator';
import type { Drawing, DrawnPart, Layer, Passage, Place, Story, View } from '$lib/model';
import { buildBasemap, type TownFeature } from './basemap';
import { cover } from './coverage';
import { alsoHere, boxOf, derive, type Derived } from './derive';
import { StoryError, type Fault } from './faults';
import { survey, type LayerSource, type Surveyed } from './layers';
import { placeNames, settleLines } from './labels';
import { localName, nameIn } from './names';
import { parseGeojson, parseYaml } from './parse';
import { anchorPassages } from './passages';
import type { StoryFile, StoryFiles } from './read';
import { wholeWords } from './whole-words';
import { articleSchema, layerSchema, passagesSchema, townsSchema, type ArticleFile } from './schema';

/** Ids the page itself uses as fragments. */
export const RESERVED = ['about', 'comments', 'content', 'map', 'passages', 'places'];

const VIEW_MARGIN = 0.08;
/** How far beyond its views a story's middle tier reaches, as a share of their size. */
const FRAME_MARGIN = 0.5;

export interface Compiled {
	story: Story;
	drawing: Drawing;
}

export function compile(files: StoryFiles): Compiled {
	const faults: Fault[] = [...files.faults];
	const { article, passages, sources, region, towns, attribution } = parse(files, faults);
	const places = survey(sources, faults);
	checkIds(sources, passages?.passages ?? [], article, faults);
	if (!article || !passages) throw new StoryError(faults);

	// With a layer unread, every mention of its places would be told as a fault of its own.
	const complete = sources.length === files.layers.length;
	checkArticle(article, files.text, complete ? new Set(sources.map(({ id }) => id)) : undefined, faults);
	const anchored = anchorPassages(passages.passages, {
		file: files.passages.file,
		text: files.text,
		article,
		placeIds: complete
			? new Set(sources.flatMap(({ layer }) => layer.features.map(({ id }) => id)))
			: undefined,
		faults
	});
	const views = frameViews(article.views, places);
	const [first] = views;
	if (!first) throw new StoryError(faults);
	const listed = listPlaces(places, anchored, article.language, first.bbox, faults);
	const coverage = cover(files.text, anchored, passages.leftOut, listed.places, article.rights.limit, faults);
	if (faults.length > 0) throw new StoryError(faults);

	const frame = squareAround(
		views.map(({ bbox }) => bbox),
		FRAME_MARGIN
	);
	const basemap = buildBasemap(frame, region, towns, article.language);
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
				features: settleLines(parts, marks, first.bbox, first.zoom)
			},
			basemap
		}
	};
}

function parse(files: StoryFiles, faults: Fault[]) {
	const layer = ({ file, text }: StoryFile): LayerSource | undefined => {
		const parsed = parseGeojson(file, text, layerSchema, faults);
		return parsed && { id: file.replace(/^.*\/|\.geojson$/g, ''), file, layer: parsed };
	};
	const region = files.region && regionOf(files.region, faults);
	const towns = files.towns && parseGeojson(files.towns.file, files.towns.text, townsSchema, faults);
	return {
		article: files.article.text
			? parseYaml(files.article.file, files.article.text, articleSchema, faults)
			: undefined,
		passages: files.passages.text
			? parseYaml(files.passages.file, files.passages.text, passagesSchema, faults)
			: undefined,
		sources: files.layers.map(layer).filter((source) => source !== undefined),
		region,
		towns: (towns?.features ?? []) as unknown as Feature<Point, TownFeature>[],
		attribution: [region?.attribution, towns?.attribution].filter((credit) => credit !== undefined)
	};
}

function regionOf({ file, text }: StoryFile, faults: Fault[]) {
	try {
		const topology = JSON.parse(text) as Topology & { attribution?: string };
		const { bbox, attribution, objects } = topology;
		const missing = ['countries', 'borders', 'provinces'].filter((name) => !objects[name]);
		if (bbox && attribution && missing.length === 0) return { topology, box: bbox as BBox, attribution };
		throw new Error(`it needs bbox, attribution and the objects countries, borders and provinces`);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		faults.push({
			file,
			thing: 'the file',
			fault: `is not a region's TopoJSON: ${reason}`,
			mend: 'Make it again, as geo/basemap says.'
		});
		return undefined;
	}
}

function checkIds(
	sources: LayerSource[],
	passages: { id: string }[],
	article: ArticleFile | undefined,
	faults: Fault[]
): void {
	const placeIds = new Set(sources.flatMap(({ layer }) => layer.features.map(({ id }) => id)));
	const seen = new Set<string>();
	const owners: [string, string, string[]][] = [
		['article/passages.yaml', 'passage', passages.map(({ id }) => id)],
		['article/article.yaml', 'view', article?.views.map(({ id }) => id) ?? []],
		...sources.map(({ file, layer }): [string, string, string[]] => [
			file,
			'place',
			layer.features.map(({ id }) => id)
		])
	];
	for (const [file, kind, ids] of owners) {
		for (const id of ids) {
			const thing = `${kind} "${id}"`;
			if (RESERVED.includes(id) || id in Object.prototype) {
				faults.push({
					file,
					thing,
					fault: 'has an id that the page or the language needs itself',
					found: id,
					mend: 'Give it another id.'
				});
			}
			if (kind === 'passage' && (seen.has(id) || placeIds.has(id))) {
				const other = placeIds.has(id) ? 'a place' : 'another passage';
				faults.push({
					file,
					thing,
					fault: `has the id of ${other}`,
					found: id,
					mend: 'Ids are unique across places and passages.'
				});
			}
			if (kind === 'passage') seen.add(id);
		}
	}
}

function checkArticle(
	article: ArticleFile,
	text: string,
	layers: Set<string> | undefined,
	faults: Fault[]
): void {
	const file = 'article/article.yaml';
	for (const { phrase } of article.dates) {
		if (wholeWords(text, phrase).length === 0) {
			faults.push({
				file,
				thing: 'dates',
				fault: 'resolve a phrase that is not in the article',
				found: phrase,
				mend: 'Copy it from the article.'
			});
		}
	}
	for (const { id, layers: named } of article.views) {
		for (const layer of named.filter((name) => layers && !layers.has(name))) {
			faults.push({
				file,
				thing: `view "${id}"`,
				fault: 'shows a layer that geo/ does not hold',
				found: layer,
				mend: 'Name a file of geo/, without ".geojson".'
			});
		}
	}
}

function listPlaces(
	surveyed: Map<string, Surveyed>,
	passages: Passage[],
	language: string,
	view: BBox,
	faults: Fault[]
) {
	const derived = new Map<string, Derived>();
	for (const [id, place] of surveyed) {
		const drawn = derive(place, surveyed, view);
		if (drawn) derived.set(id, drawn);
	}
	const places = [...surveyed.values()].map(({ id, layer, properties }): Place => {
		const { names, listed: _listed, ...rest } = properties;
		const name = nameIn(names, language);
		if (name === undefined) {
			const mend = `Add "${language}" to its names.`;
			faults.push({
				file: `geo/${layer}.geojson`,
				thing: `place "${id}"`,
				fault: 'has no name in the language of the page',
				found: names,
				mend
			});
		}
		const voices = passages
			.filter(({ places }) => places.some(({ place }) => place === id))
			.map(({ voice }) => voice);
		const quoted =
			voices.length === 0 ? 'none' : voices.every((voice) => voice === 'comment') ? 'comment' : 'article';
		const drawn = derived.get(id);
		return {
			...(rest as Omit<typeof rest, 'on'>),
			id,
			layer,
			name: name ?? id,
			names,
			quoted,
			anchor: drawn?.anchor ?? null,
			bbox: drawn?.bbox ?? null,
			alsoHere: alsoHere(id, derived)
		} as Place;
	});
	return { places, derived };
}

function drawParts(places: Place[], derived: Map<string, Derived>): DrawnPart[] {
	return places.flatMap(({ id, layer, name, names, local, quoted, certainty }) =>
		(derived.get(id)?.parts ?? []).map(({ part, geometry, extent, from, until }): DrawnPart => ({
			type: 'Feature',
			geometry,
			properties: {
				place: id,
				layer,
				part,
				name,
				local: localName(names, local, name),
				quoted,
				hollow: certainty === 'uncertain',
				extent: Math.round(extent),
				...(from !== undefined && { from }),
				...(until !== undefined && { until })
			}
		}))
	);
}

function frameViews(views: ArticleFile['views'], places: Map<string, Surveyed>): View[] {
	return views.map(({ id, label, layers }) => {
		const shown = [...places.values()].filter(({ layer }) => layers.includes(layer));
		const boxes = shown.flatMap(({ geometry, properties: { precision = 0 } }) =>
			geometry
				? [
						boxOf(
							geometry.type === 'Point' ? circle(geometry.coordinates, precision / 1000).geometry : geometry
						)
					]
				: []
		);
		const bbox = squareAround(boxes, VIEW_MARGIN);
		return { id, label, bbox, zoom: zoomOf(bbox) };
	});
}

const layerOf = ({ id, layer: { label, description, hue, shape } }: LayerSource): Layer => ({
	id,
	label,
	description,
	hue,
	shape
});

function creditsOf(places: Place[]): Story['credits'] {
	const bySource = new Map(
		places.map(({ provenance }) => [`${provenance.source} ${provenance.licence}`, provenance])
	);
	return [...bySource.values()];
}
