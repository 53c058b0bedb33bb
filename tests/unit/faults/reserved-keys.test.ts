import { describe, expect, test } from 'vitest';
import { all } from '../../support/rounds';
import { contentOf, FERRY, ISLANDS, outcomeOf, PIERS, REGION, TOWNS } from '../../support/story/gate';
import { reservedKeys } from '../../support/story/hostile';
import { inJson, inYaml, type Mutation } from '../../support/mutations/mutation';
import { problemsOf } from '../../support/story/oracle';
import { ARTICLE, PASSAGES, type Spoilt } from '../../support/story/story';
import { styleOf } from '../../support/story/style';

const define = (of: Spoilt, key: string, value: unknown = 'x'): unknown =>
	Object.defineProperty(of, key, { value, enumerable: true, configurable: true, writable: true });

/** A key as the name of a property, wherever an object stands. */
const asName = (key: string): Mutation[] => [
	inJson(`${key} of a layer`, FERRY, (data) => define(data, key)),
	inJson(`${key} of a feature`, ISLANDS, ({ features }) => define(features[0], key)),
	inJson(`${key} of a geometry`, ISLANDS, ({ features }) => define(features[0].geometry, key)),
	inJson(`${key} among properties`, PIERS, ({ features }) => define(features[0].properties, key)),
	inJson(`${key} in provenance`, PIERS, ({ features }) => define(features[0].properties.provenance, key)),
	...['source', 'rights'].map((slot) =>
		inYaml(`${key} in ${slot}`, ARTICLE, (data) => define(data[slot], key))
	),
	inYaml(`${key} of an article`, ARTICLE, (data) => define(data, key)),
	inYaml(`${key} of a passage`, PASSAGES, ({ passages }) => define(passages[0], key)),
	inYaml(`${key} of a mention`, PASSAGES, ({ passages }) => define(passages[0].places[0], key))
];

/** Where other keys than the known are left out, or where some are ids or language tags that one may choose. */
const asChoice = (key: string): Mutation[] => [
	inJson(`${key} of a town`, TOWNS, ({ features }) => define(features[0].properties, key), 'either'),
	inJson(`${key} of the region`, REGION, (data) => define(data.objects, key, { type: 'Point' }), 'either'),
	inJson(`${key} among names`, PIERS, ({ features }) => define(features[0].properties.names, key), 'either'),
	inYaml(
		`${key} as a speaker`,
		ARTICLE,
		({ speakers }) => define(speakers, key, { name: 'x', role: 'y' }),
		'either'
	),
	inYaml(`${key} as a passage`, PASSAGES, ({ passages }) => (passages[0].id = key), 'either'),
	inYaml(`${key} as a view`, ARTICLE, ({ views }) => (views[0].id = key), 'either'),
	inJson(`${key} as a place`, ISLANDS, ({ features }) => (features[3].id = key), 'either'),
	inJson(`${key} as a place with no position`, ISLANDS, ({ features }) => (features[4].id = key)),
	inYaml(`${key} as a layer of a view`, ARTICLE, ({ views }) => views[0].layers.push(key)),
	{
		what: `${key} as a layer`,
		changed: { [`geo/${key}.geojson`]: contentOf(PIERS).replace(/"(quellon|laitec|melinka)"/g, '"$1-2"') },
		expected: 'either'
	}
];

test('thirty keys and more are tried', () => {
	expect(reservedKeys.length).toBeGreaterThanOrEqual(30);
});

/** By turns every other slot, so that each key and each slot are tried, and each pair with `FAULT_ROUNDS=all`. */
const share = (mutations: Mutation[], key: string): Mutation[] =>
	mutations.filter((_, index) => all || index % 2 === reservedKeys.indexOf(key) % 2);

describe.each(reservedKeys)('the key %s', (key) => {
	test('as the name of a property is refused, wherever it stands', () => {
		const problems = share(asName(key), key).flatMap((mutation) =>
			problemsOf(mutation, outcomeOf(mutation.changed))
		);
		expect(problems).toEqual([]);
	});

	test('as an id or another choice is refused, or the story is drawn, with no other properties than those known', () => {
		const problems = share(asChoice(key), key).flatMap((mutation) =>
			problemsOf(mutation, outcomeOf(mutation.changed))
		);
		expect(problems).toEqual([]);
		expect(Object.keys(Object.prototype)).toEqual([]);
	});
});

test('a layer with such a name is drawn by style layers and a switch of its own', () => {
	const content = contentOf(PIERS).replace(/"(quellon|laitec|melinka)"/g, '"$1-2"');
	const { story, drawing } = outcomeOf({ 'geo/constructor.geojson': content }).compiled!;
	const style = styleOf({ story, drawing });
	expect(style.layers.map(({ id }) => id)).toContain('constructor symbol');
	const hidden = styleOf({ story, drawing }, { hidden: new Set(['constructor']) });
	const seen = hidden.layers.filter(({ layout }) => layout?.visibility !== 'none').map(({ id }) => id);
	expect(seen).not.toContain('constructor symbol');
	expect(seen).toContain('land');
});
