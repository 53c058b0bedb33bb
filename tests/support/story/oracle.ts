/** What is wrong with the outcome of a mutated story, in words; nothing where it is refused well or drawn right. */
import { createHash } from 'node:crypto';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { render } from 'svelte/server';
import { parse } from 'yaml';
import Passages from '$lib/components/list/Passages.svelte';
import type { Part } from '$lib/model/drawing';
import { sentence } from '$lib/server/input/faults';
import { contentOf, type Outcome } from './gate';
import { quotesIn } from './html';
import { LAYERS, type Mutation } from '../mutations/mutation';
import { ARTICLE, PASSAGES, TEXT, type Spoilt } from './story';
import { pageOf } from './island';
import { styleOf } from './style';

/** Of processor time, which other work on the machine does not lengthen. */
const LONGEST = 2000;
const LONGEST_SENTENCE = 2500;
const LEAK =
	/TypeError|RangeError|ReferenceError|\bat .*\.(ts|m?js):\d+|node_modules|Cannot read|is not a function|is not iterable|\[object|call stack/;

export function problemsOf({ what, changed, expected }: Mutation, outcome: Outcome): string[] {
	const { compiled, faults, message, milliseconds } = outcome;
	const problems = compiled ? drawingProblems(outcome, changed) : [];
	if (milliseconds > LONGEST) problems.push(`took ${Math.round(milliseconds)} ms`);
	if (expected !== 'either' && expected !== (compiled ? 'drawn' : 'refused'))
		problems.push(`is not ${expected}: ${message.slice(0, 300)}`);
	if (!compiled && faults.length === 0) problems.push('is refused without a reason');
	for (const fault of faults.slice(0, 300)) {
		const { file, thing, fault: reason, mend } = fault;
		const told = sentence(fault);
		if (!/^(article\/article\.(txt|yaml)|article\/passages\.yaml|geo(\/.+)?)(:\d+)?$/.test(file))
			problems.push(`names no file: ${told}`);
		if (![thing, reason, mend].every((part) => /\p{L}{2}/u.test(part)))
			problems.push(`says too little: ${told}`);
		if (LEAK.test(`${thing} ${reason} ${mend}`)) problems.push(`shows the program: ${told}`);
		if (told.length > LONGEST_SENTENCE) problems.push(`is told at length: ${told.slice(0, 200)}`);
		// eslint-disable-next-line no-control-regex
		if (/[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/.test(told))
			problems.push(`is told in characters that cannot be seen: ${told}`);
	}
	if (message.length > 200 * LONGEST_SENTENCE) problems.push(`has ${message.length} characters of faults`);
	return problems.map((problem) => `${what}: ${problem}`);
}

const NAMES = [
	'place',
	'layer',
	'part',
	'name',
	'local',
	'quoted',
	'hollow',
	'central',
	'extent',
	'from',
	'until',
	'side'
];

function drawingProblems({ compiled }: Outcome, changed: Mutation['changed']): string[] {
	const { story, drawing } = compiled!;
	const problems: string[] = [];
	const check = (right: boolean, what: string): unknown => right || problems.push(what);
	const read = (file: string): string => String(changed[file] ?? contentOf(file));

	for (const { message } of validateStyleMin(styleOf({ story, drawing })))
		problems.push(`the style: ${message}`);
	const given = new Map(
		[...new Set([...LAYERS, ...Object.keys(changed)])].flatMap((file) => {
			if (!/^geo\/[^/]*\.geojson$/.test(file)) return [];
			const { features, bbox } = JSON.parse(read(file)) as FeatureCollection<Geometry | null>;
			return features.map((feature) => [feature.id, { feature: feature as Spoilt, bbox: bbox! }]);
		})
	);
	check(given.size === story.places.length, 'has places more or fewer');
	for (const part of drawing.parts.features)
		problems.push(...partProblems(part, given.get(part.properties.place)));
	for (const { geometry, id } of [...given.values()].map(({ feature }) => feature))
		check(
			!geometry === !drawing.parts.features.some((part) => part.properties.place === id),
			`${id} is not drawn as given`
		);
	for (const { geometry } of drawing.basemap.towns.features)
		check(isInWorld(geometry.coordinates), 'a town out of the world');

	const text = read(TEXT);
	check(
		story.article.sha256 ===
			createHash('sha256')
				.update(changed[TEXT] ?? text)
				.digest('hex'),
		'another SHA-256'
	);
	const written = (parse(read(PASSAGES)) as Spoilt).passages.map(({ quote }: Spoilt) => quote);
	check(String(story.passages.map(({ quote }) => quote).sort()) === String(written.sort()), 'other quotes');
	let before = 0;
	for (const { quote, start, end } of story.passages) {
		check(text.slice(start, end) === quote && start >= before, `"${quote}" is not there`);
		before = end;
	}
	const shown = quotesIn(render(Passages, { props: { story: pageOf(story) } }).body).map(
		([, quote]) => quote
	);
	check(String(shown) === String(story.passages.map(({ quote }) => quote)), 'quotes are shown otherwise');

	const ids = [story.places, story.passages, story.views].flatMap((things: { id: string }[]) =>
		things.map(({ id }) => id)
	);
	check(new Set(ids).size === ids.length && ids.every((id) => /^[a-z][a-z0-9-]*$/.test(id)), 'ids');
	const known = new Set(story.places.map(({ id }) => id));
	check(
		story.passages.every(({ places }) => places.every(({ place }) => known.has(place))),
		'a passage of no place'
	);
	const { speakers } = parse(read(ARTICLE)) as Spoilt;
	for (const { speaker } of story.passages)
		check(
			Object.hasOwn(speakers, speaker.id) && speakers[speaker.id].name.trim() === speaker.name,
			'another speaker'
		);
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

function partProblems(
	{ geometry, properties }: Feature<Geometry, Part>,
	given: { feature: Spoilt; bbox: number[] } | undefined
): string[] {
	const { place, part } = properties;
	if (!given) return [`${part} of a place that is not given`];
	const problems: string[] = [];
	const drawn = positionsIn(geometry);
	if (drawn.length === 0 || !drawn.every((position) => isInWorld(position, part === 'extent')))
		problems.push(`${part} of ${place} is out of the world`);
	if (Object.entries(properties).some(([name, value]) => !NAMES.includes(name) || typeof value === 'object'))
		problems.push(`${part} of ${place} has other properties`);
	const { coordinates } = given.feature.geometry;
	// Degrees that are no more than the precision, even at this latitude.
	const near = given.feature.properties.precision / 111_320;
	if (part === 'area' || part === 'line') {
		const exact = positionsIn({ coordinates });
		const strays = exact.filter(([x = 0, y = 0], index) => {
			const [left = NaN, up = NaN] = drawn[index] ?? [];
			return !(Math.abs(left - x) <= near + 1e-9 && Math.abs(up - y) <= near + 1e-9);
		});
		if (strays.length > 0 || exact.length !== drawn.length)
			problems.push(`${part} of ${place} is drawn elsewhere`);
	} else if (part !== 'label') {
		// A circle of the precision around a position that is rounded to it; a degree of longitude is shorter than one of latitude.
		const [x = NaN, y = NaN] = coordinates as Position;
		const reach = (1.6 * near + 1e-5) / Math.cos((Math.min(85, Math.abs(y) + 1.6 * near) * Math.PI) / 180);
		if (
			drawn.some(
				([left = NaN, up = NaN]) =>
					!(Math.abs(left - x) <= 2 * reach && Math.abs(up - y) <= 2.2 * near + 1e-5)
			)
		)
			problems.push(`${part} of ${place} is drawn elsewhere`);
	}
	const [west = NaN, south = NaN, east = NaN, north = NaN] = given.bbox;
	for (const [x = NaN, y = NaN] of positionsIn({ coordinates }))
		if (!(x >= west && x <= east && y >= south && y <= north))
			problems.push(`${place} is given outside its bbox`);
	return problems;
}

const isInWorld = ([x = NaN, y = NaN]: Position, beyond = false): boolean =>
	Math.abs(x) <= (beyond ? 270 : 180) && Math.abs(y) <= 85.06;

/** All positions of a geometry, in order. */
const positionsIn = (geometry: Spoilt): Position[] => {
	const flat = (value: Spoilt): Position[] =>
		typeof value?.[0] === 'number' ? [value as Position] : (value as Spoilt[]).flatMap(flat);
	return geometry.coordinates.length === 0 ? [] : flat(geometry.coordinates);
};
