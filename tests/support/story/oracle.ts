/** The test oracle for mutated stories: what is wrong with an outcome, given the mutation. */
import { createHash } from 'node:crypto';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection, Geometry } from 'geojson';
import { render } from 'svelte/server';
import { parse } from 'yaml';
import Passages from '$lib/components/list/Passages.svelte';
import type { Drawing } from '$lib/model/drawing';
import type { Story } from '$lib/model/story';
import { sentence, type Fault } from '$lib/server/input/faults';
import { contentOf, type Outcome } from './gate';
import { quotesIn } from './html';
import { LAYERS, type Mutation } from '../mutations/mutation';
import { checker, isInWorld, partProblems, type Source } from './part-oracle';
import { ARTICLE, PASSAGES, TEXT, type AnyData } from './story';
import { pageOf } from './island';
import { styleOf } from './style';

/** Milliseconds of processor time. */
const MAX_TIME = 2000;
/** UTF-16 code units. */
const MAX_SENTENCE_LENGTH = 2500;
const PROGRAM_ERROR =
	/TypeError|RangeError|ReferenceError|\bat .*\.(ts|m?js):\d+|node_modules|Cannot read|is not a function|is not iterable|\[object|call stack/;

/** Nothing if the story is refused with good sentences, or compiled to what its files say. */
export function problemsOf({ what, changed, expected }: Mutation, outcome: Outcome): string[] {
	const { compiled, faults, message, milliseconds } = outcome;
	const problems = compiled ? drawingProblems(outcome, changed) : [];
	if (milliseconds > MAX_TIME) problems.push(`took ${Math.round(milliseconds)} ms`);
	if (expected !== 'either' && expected !== (compiled ? 'drawn' : 'refused'))
		problems.push(`is not ${expected}: ${message.slice(0, 300)}`);
	if (!compiled && faults.length === 0) problems.push('is refused without a fault');
	for (const fault of faults.slice(0, 300)) problems.push(...faultProblems(fault));
	if (message.length > 200 * MAX_SENTENCE_LENGTH) problems.push(`has ${message.length} characters of faults`);
	return problems.map((problem) => `${what}: ${problem}`);
}

function faultProblems(fault: Fault): string[] {
	const { file, thing, fault: reason, mend } = fault;
	const problems: string[] = [];
	const text = sentence(fault);
	if (!/^(article\/article\.(txt|yaml)|article\/passages\.yaml|geo(\/.+)?)(:\d+)?$/.test(file))
		problems.push(`names no file: ${text}`);
	if (![thing, reason, mend].every((part) => /\p{L}{2}/u.test(part)))
		problems.push(`has an empty part: ${text}`);
	if (PROGRAM_ERROR.test(`${thing} ${reason} ${mend}`))
		problems.push(`shows an error of the program: ${text}`);
	if (text.length > MAX_SENTENCE_LENGTH) problems.push(`is too long: ${text.slice(0, 200)}`);
	// eslint-disable-next-line no-control-regex
	if (/[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/.test(text))
		problems.push(`has invisible characters: ${text}`);
	return problems;
}

function drawingProblems({ compiled }: Outcome, changed: Mutation['changed']): string[] {
	const { story, drawing } = compiled!;
	const read = (file: string): string => String(changed[file] ?? contentOf(file));
	const styleErrors = validateStyleMin(styleOf({ story, drawing }));
	return [
		...styleErrors.map(({ message }) => `the style: ${message}`),
		...placeProblems(story, drawing, layersOf(changed, read)),
		...articleProblems(story, changed[TEXT] ?? read(TEXT), read(TEXT), read(PASSAGES)),
		...idProblems(story, read(ARTICLE)),
		...valueProblems(story)
	];
}

function layersOf(changed: Mutation['changed'], read: (file: string) => string): Map<unknown, Source> {
	return new Map(
		[...new Set([...LAYERS, ...Object.keys(changed)])].flatMap((file) => {
			if (!/^geo\/[^/]*\.geojson$/.test(file)) return [];
			const { features, bbox } = JSON.parse(read(file)) as FeatureCollection<Geometry | null>;
			return features.map((feature) => [feature.id, { feature: feature as AnyData, bbox: bbox! }]);
		})
	);
}

function placeProblems(story: Story, drawing: Drawing, sources: Map<unknown, Source>): string[] {
	const { problems, check } = checker();
	check(sources.size === story.places.length, 'has another number of places');
	for (const part of drawing.parts.features)
		problems.push(...partProblems(part, sources.get(part.properties.place)));
	for (const { geometry, id } of [...sources.values()].map(({ feature }) => feature))
		check(
			!geometry === !drawing.parts.features.some((part) => part.properties.place === id),
			`${id} has a geometry and no part, or a part and no geometry`
		);
	for (const { geometry } of drawing.basemap.towns.features)
		check(isInWorld(geometry.coordinates), 'a town is outside the world');
	return problems;
}

function articleProblems(story: Story, bytes: string | Buffer, text: string, passagesYaml: string): string[] {
	const { problems, check } = checker();
	check(story.article.sha256 === createHash('sha256').update(bytes).digest('hex'), 'another SHA-256');
	const quotes = (parse(passagesYaml) as AnyData).passages.map(({ quote }: AnyData) => quote);
	check(String(story.passages.map(({ quote }) => quote).sort()) === String(quotes.sort()), 'other quotes');
	let previousEnd = 0;
	for (const { quote, start, end } of story.passages) {
		check(text.slice(start, end) === quote && start >= previousEnd, `"${quote}" is not at its offsets`);
		previousEnd = end;
	}
	const shown = quotesIn(render(Passages, { props: { story: pageOf(story) } }).body).map(
		([, quote]) => quote
	);
	check(
		String(shown) === String(story.passages.map(({ quote }) => quote)),
		'the list of passages shows other quotes'
	);
	return problems;
}

function idProblems(story: Story, articleYaml: string): string[] {
	const { problems, check } = checker();
	const ids = [story.places, story.passages, story.views].flatMap((things: { id: string }[]) =>
		things.map(({ id }) => id)
	);
	check(
		new Set(ids).size === ids.length && ids.every((id) => /^[a-z][a-z0-9-]*$/.test(id)),
		'ids are not unique or not valid'
	);
	const placeIds = new Set(story.places.map(({ id }) => id));
	check(
		story.passages.every(({ places }) => places.every(({ place }) => placeIds.has(place))),
		'a passage has an unknown place'
	);
	const { speakers } = parse(articleYaml) as AnyData;
	for (const { speaker } of story.passages)
		check(
			Object.hasOwn(speakers, speaker.id) && speakers[speaker.id].name.trim() === speaker.name,
			'a passage has another speaker'
		);
	return problems;
}

function valueProblems(story: Story): string[] {
	const { problems, check } = checker();
	JSON.stringify(story, (key, value: unknown) => {
		if (key === 'url')
			check(/^https:\/\/[a-z0-9.-]+(:\d+)?([/?#]|$)/.test(String(value)), `the link ${String(value)}`);
		if (typeof value === 'number') check(Number.isFinite(value), `${key} is ${value}`);
		if (typeof value === 'string' && !['prefix', 'suffix'].includes(key))
			check(!/(?![\t\n])\p{Cc}|\p{Cs}/u.test(value), `${key} has characters that no page can show`);
		return value;
	});
	return problems;
}
