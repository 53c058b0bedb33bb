/** The repository's own story for tests: read and compiled once for each test file, and changed in memory. */
import { bbox, bboxPolygon } from '@turf/turf';
import type { FeatureCollection, Geometry, Position } from 'geojson';
import { parse, stringify } from 'yaml';
import { compile, type Compiled } from '$lib/server/compile';
import { StoryError } from '$lib/server/input/faults';
import { readStory, type StoryFile, type StoryFiles } from '$lib/server/input/read';

export const PASSAGES = 'article/passages.yaml';
export const ARTICLE = 'article/article.yaml';
export const TEXT = 'article/article.txt';

/** The parsed content of a file, which a test may change in ways that its schema forbids. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyData = any;

/** The files of the repository's own story. */
export const files: StoryFiles = readStory('.');

let compiled: Compiled | undefined;
/** The repository's own story, compiled. */
export const theStory = (): Compiled => (compiled ??= compile(files));

/** A copy of the files with one of them changed. Throws if the text of the file stays the same. */
export function withFile(from: StoryFiles, file: string, change: (text: string) => string): StoryFiles {
	let changed = false;
	const applyTo = <Found extends StoryFile | undefined>(found: Found): Found => {
		if (found?.file !== file) return found;
		const text = change(found.text!);
		changed ||= text !== found.text;
		return { ...found, text };
	};
	const result: StoryFiles = {
		...from,
		text: applyTo({ file: TEXT, text: from.text }).text!,
		article: applyTo(from.article),
		passages: applyTo(from.passages),
		layers: from.layers.map(applyTo),
		region: applyTo(from.region),
		towns: applyTo(from.towns)
	};
	if (!changed) throw new Error(`The test changed nothing in ${file}.`);
	return result;
}

/** As `withFile`, but `change` changes the parsed YAML in place. */
export function withYaml(from: StoryFiles, file: string, change: (data: AnyData) => void): StoryFiles {
	return withFile(from, file, (text) => {
		const data: unknown = parse(text);
		change(data);
		return stringify(data, { lineWidth: 0 });
	});
}

/** As `withFile`, but `change` changes one entry of passages.yaml in place. */
export function withPassage(from: StoryFiles, id: string, change: (passage: AnyData) => void): StoryFiles {
	return withYaml(from, PASSAGES, ({ passages }) =>
		change(passages.find((passage: { id: string }) => passage.id === id))
	);
}

/** As `withFile`, but `change` changes the parsed GeoJSON of a layer in place. */
export function withLayer(from: StoryFiles, layer: string, change: (data: AnyData) => void): StoryFiles {
	return withFile(from, `geo/${layer}.geojson`, (text) => {
		const data: unknown = JSON.parse(text);
		change(data);
		return JSON.stringify(data);
	});
}

/** As `withFile`, but `change` changes the feature of one place in place, whatever its layer is. */
export function withPlace(from: StoryFiles, id: string, change: (place: AnyData) => void): StoryFiles {
	const hasPlace = ({ text }: StoryFile): boolean => featuresOf(text!).some((feature) => feature.id === id);
	const layer = from.layers.find(hasPlace)?.file.replace(/^geo\/|\.geojson$/g, '') ?? id;
	return withLayer(from, layer, ({ features }) =>
		change(features.find((feature: { id: string }) => feature.id === id))
	);
}

const featuresOf = (text: string) => (JSON.parse(text) as FeatureCollection<Geometry | null>).features;

/** Degrees around each point within which a line keeps all its vertices. */
const DETAIL_RADIUS = 0.05;

/** All vertices near the points, and one in ten elsewhere. */
const simplified = (line: Position[], points: Position[]): Position[] =>
	line.filter(
		([longitude = 0, latitude = 0], index) =>
			index % 10 === 0 ||
			index === line.length - 1 ||
			points.some(
				([pointLongitude = 0, pointLatitude = 0]) =>
					Math.hypot(pointLongitude - longitude, pointLatitude - latitude) < DETAIL_RADIUS
			)
	);

const points = files.layers
	.flatMap(({ text }) => featuresOf(text!))
	.flatMap(({ geometry }) => (geometry?.type === 'Point' ? [geometry.coordinates] : []));

/**
 * The same story with each area as its bounding box, a border of few vertices and no basemap. It compiles
 * faster, and is enough for tests that do not look at outlines.
 */
export const light: StoryFiles = {
	...files,
	region: undefined,
	towns: undefined,
	layers: files.layers.map(({ file, text }) => {
		const layer = JSON.parse(text!) as FeatureCollection<Geometry | null>;
		for (const feature of layer.features) {
			const { geometry } = feature;
			if (geometry?.type.endsWith('Polygon')) feature.geometry = bboxPolygon(bbox(geometry)).geometry;
			if (geometry?.type === 'LineString') geometry.coordinates = simplified(geometry.coordinates, points);
			// The bounding boxes of the two sides overlap, so that the line does not run between them.
			delete feature.properties?.['sides'];
		}
		return { file, text: JSON.stringify(layer, null, '\t') };
	})
};

let compiledLight: Compiled | undefined;
/** `light`, compiled. */
export const lightStory = (): Compiled => (compiledLight ??= compile(light));

/** The error of a story that has faults. Throws if the story compiles. */
export function errorOf(from: StoryFiles): StoryError {
	try {
		compile(from);
	} catch (error) {
		if (error instanceof StoryError) return error;
		throw error;
	}
	throw new Error('The story was compiled, although it should have faults.');
}

/** The sentences of a story that has faults, one for each fault. */
export const sentencesOf = (from: StoryFiles): string[] => errorOf(from).message.split('\n- ').slice(1);
