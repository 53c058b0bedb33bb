/** The real story for the tests: read and compiled once in each test file, and spoilt in memory on purpose. */
import { bbox, bboxPolygon } from '@turf/turf';
import type { FeatureCollection, Geometry, Position } from 'geojson';
import { parse, stringify } from 'yaml';
import { compile, type Compiled } from '$lib/server/compile';
import { StoryError } from '$lib/server/input/faults';
import { readStory, type StoryFile, type StoryFiles } from '$lib/server/input/read';

export const PASSAGES = 'article/passages.yaml';
export const ARTICLE = 'article/article.yaml';
export const TEXT = 'article/article.txt';

/** What a file holds, as data a test may spoil in any way. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Spoilt = any;

export const files: StoryFiles = readStory('.');

let compiled: Compiled | undefined;
/** The real story as the page has it. */
export const theStory = (): Compiled => (compiled ??= compile(files));

/** The files with one of them changed; a change that changes nothing is an error of the test. */
export function withFile(from: StoryFiles, file: string, change: (text: string) => string): StoryFiles {
	let changed = false;
	const spoil = <Found extends StoryFile | undefined>(found: Found): Found => {
		if (found?.file !== file) return found;
		const text = change(found.text!);
		changed ||= text !== found.text;
		return { ...found, text };
	};
	const result: StoryFiles = {
		...from,
		text: spoil({ file: TEXT, text: from.text }).text!,
		article: spoil(from.article),
		passages: spoil(from.passages),
		layers: from.layers.map(spoil),
		region: spoil(from.region),
		towns: spoil(from.towns)
	};
	if (!changed) throw new Error(`The test changed nothing in ${file}.`);
	return result;
}

/** Changes a YAML file as data. */
export function withYaml(from: StoryFiles, file: string, change: (data: Spoilt) => void): StoryFiles {
	return withFile(from, file, (text) => {
		const data: unknown = parse(text);
		change(data);
		return stringify(data, { lineWidth: 0 });
	});
}

/** Changes one passage of the story. */
export function withPassage(from: StoryFiles, id: string, change: (passage: Spoilt) => void): StoryFiles {
	return withYaml(from, PASSAGES, ({ passages }) =>
		change(passages.find((passage: { id: string }) => passage.id === id))
	);
}

/** Changes a layer file as data. */
export function withLayer(from: StoryFiles, layer: string, change: (data: Spoilt) => void): StoryFiles {
	return withFile(from, `geo/${layer}.geojson`, (text) => {
		const data: unknown = JSON.parse(text);
		change(data);
		return JSON.stringify(data);
	});
}

/** Changes one place of the story, in whichever layer it stands. */
export function withPlace(from: StoryFiles, id: string, change: (place: Spoilt) => void): StoryFiles {
	const holds = ({ text }: StoryFile): boolean => featuresOf(text!).some((feature) => feature.id === id);
	const layer = from.layers.find(holds)?.file.replace(/^geo\/|\.geojson$/g, '') ?? id;
	return withLayer(from, layer, ({ features }) =>
		change(features.find((feature: { id: string }) => feature.id === id))
	);
}

const featuresOf = (text: string) => (JSON.parse(text) as FeatureCollection<Geometry | null>).features;

/** Degrees around each point in which a line keeps all its vertices. */
const NEAR = 0.05;

/** A line as it is beside these points, and elsewhere with one vertex in ten. */
const thinned = (line: Position[], points: Position[]): Position[] =>
	line.filter(
		([x = 0, y = 0], index) =>
			index % 10 === 0 ||
			index === line.length - 1 ||
			points.some(([a = 0, b = 0]) => Math.hypot(a - x, b - y) < NEAR)
	);

const points = files.layers
	.flatMap(({ text }) => featuresOf(text!))
	.flatMap(({ geometry }) => (geometry?.type === 'Point' ? [geometry.coordinates] : []));

/** The same story with each area as its box, a thin border and no basemap: most faults need no more, and are told sooner. */
export const light: StoryFiles = {
	...files,
	region: undefined,
	towns: undefined,
	layers: files.layers.map(({ file, text }) => {
		const layer = JSON.parse(text!) as FeatureCollection<Geometry | null>;
		for (const feature of layer.features) {
			const { geometry } = feature;
			if (geometry?.type.endsWith('Polygon')) feature.geometry = bboxPolygon(bbox(geometry)).geometry;
			if (geometry?.type === 'LineString') geometry.coordinates = thinned(geometry.coordinates, points);
		}
		return { file, text: JSON.stringify(layer, null, '\t') };
	})
};

let compiledLight: Compiled | undefined;
/** The real words with those places: for what does not look at outlines. */
export const lightStory = (): Compiled => (compiledLight ??= compile(light));

export function errorOf(from: StoryFiles): StoryError {
	try {
		compile(from);
	} catch (error) {
		if (error instanceof StoryError) return error;
		throw error;
	}
	throw new Error('The story was compiled, though it is spoilt.');
}

/** The sentences of a spoilt story, one for each fault. */
export const sentencesOf = (from: StoryFiles): string[] => errorOf(from).message.split('\n- ').slice(1);
