/** Mutations of keys, ids and links. */
import fc from 'fast-check';
import { TOWNS } from '../story/gate';
import { each, inJson, inPlace, inYaml, LAYERS, places, type Generator } from './mutation';
import { badLinks, goodLinks, reservedKeys } from '../story/hostile';
import { ARTICLE, PASSAGES, type AnyData } from '../story/story';

const place = fc.constantFrom(...places);

/** Every object in the data, at any depth, without arrays. */
const objectsOf = (data: unknown): AnyData[] =>
	data === null || typeof data !== 'object'
		? []
		: [...(Array.isArray(data) ? [] : [data]), ...Object.values(data).flatMap(objectsOf)];
/** Unlike an assignment, this can define `__proto__`. */
const define = (target: AnyData, key: string, value: unknown): unknown =>
	Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
const unusualKeys = ['k'.repeat(400_000), '', ' ', '\u202e', 'ключ', 'note\u200b', 'ID'];

export const keyMutations: Generator = fc.oneof(
	fc
		.tuple(fc.constantFrom(...LAYERS, TOWNS), fc.constantFrom(...reservedKeys, ...unusualKeys), fc.nat())
		.map(([file, key, chosen]) =>
			inJson(
				`a key ${key.slice(0, 20)} (${chosen})`,
				file,
				(data) => {
					const objects = objectsOf(data);
					define(objects[chosen % objects.length], key, 'x');
				},
				// Unknown keys of towns are dropped, and "in" or "get" is a valid language tag in `names`.
				file === TOWNS || /^[a-z]{2,3}$/.test(key) ? 'either' : 'refused'
			)
		),
	fc
		.tuple(fc.constantFrom(ARTICLE, PASSAGES), fc.constantFrom(...reservedKeys, ...unusualKeys), fc.nat())
		.map(([file, key, chosen]) =>
			inYaml(`a key ${key.slice(0, 20)} (${chosen})`, file, (data) => {
				const objects = objectsOf(data);
				define(objects[chosen % objects.length], key, 'x');
			})
		),
	each(place, [...reservedKeys, ...unusualKeys, 'quellon', 'zarpe', 'travesia', 'map'], (target, id) =>
		inPlace(`the id ${id.slice(0, 20)}`, target, (feature) => (feature.id = id), 'either')
	),
	each(fc.nat(), [...reservedKeys, ...unusualKeys, 'quellon', 'travesia', 'map'], (chosen, id) =>
		inYaml(
			`a passage's id ${id.slice(0, 20)} (${chosen})`,
			PASSAGES,
			(data) => {
				data.passages[chosen % data.passages.length].id = id;
			},
			'either'
		)
	),
	each(fc.nat(), [...reservedKeys, ...unusualKeys], (chosen, id) =>
		inYaml(`a passage's speaker ${id.slice(0, 20)} (${chosen})`, PASSAGES, (data) => {
			data.passages[chosen % data.passages.length].speaker = id;
		})
	)
);

/** A publication of article.yaml, or a place: both can have a link. */
const linkOwner = fc.constantFrom('source', 'republication', 'photograph', ...places);
export const linkMutations: Generator = fc.oneof(
	...[badLinks, goodLinks].map((links) =>
		each(linkOwner, links, (owner, url) => {
			const [what, expected] = [`the link ${url}`, links === goodLinks ? 'drawn' : 'refused'] as const;
			return typeof owner === 'string'
				? inYaml(`${owner} ${what}`, ARTICLE, (data) => (data[owner].url = url), expected)
				: inPlace(what, owner, ({ properties }) => (properties.provenance.url = url), expected);
		})
	)
);
