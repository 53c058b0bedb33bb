/** Keys and ids that JavaScript or MapLibre reserves must not break a story. */
import { describe, expect, test } from 'vitest';
import { all } from '../../support/rounds';
import { contentOf, FERRY, ISLANDS, outcomeOf, PIERS, REGION, TOWNS } from '../../support/story/gate';
import { reservedKeys } from '../../support/story/hostile';
import { inJson, inYaml, type Mutation } from '../../support/mutations/mutation';
import { problemsOf } from '../../support/story/oracle';
import { ARTICLE, PASSAGES, type AnyData } from '../../support/story/story';
import { styleOf } from '../../support/story/style';

/** Unlike an assignment, this can define `__proto__`. */
const define = (target: AnyData, key: string, value: unknown = 'x'): unknown =>
	Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });

/** The key as a property of each kind of object whose keys are fixed. */
const asProperty = (key: string): Mutation[] => [
	inJson(`${key} of a layer`, FERRY, (data) => define(data, key)),
	inJson(`${key} of a feature`, ISLANDS, ({ features }) => define(features[0], key)),
	inJson(`${key} of a geometry`, ISLANDS, ({ features }) => define(features[0].geometry, key)),
	inJson(`${key} among properties`, PIERS, ({ features }) => define(features[0].properties, key)),
	inJson(`${key} in provenance`, PIERS, ({ features }) => define(features[0].properties.provenance, key)),
	...['source', 'rights'].map((member) =>
		inYaml(`${key} in ${member}`, ARTICLE, (data) => define(data[member], key))
	),
	inYaml(`${key} of an article`, ARTICLE, (data) => define(data, key)),
	inYaml(`${key} of a passage`, PASSAGES, ({ passages }) => define(passages[0], key)),
	inYaml(`${key} of a mention`, PASSAGES, ({ passages }) => define(passages[0].places[0], key))
];

/** The key where any key is allowed, or as an id or language tag: valid if it has the right form. */
const asId = (key: string): Mutation[] => [
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

test('at least thirty keys are tested', () => {
	expect(reservedKeys.length).toBeGreaterThanOrEqual(30);
});

/** Every second mutation, alternating with the key. With `FAULT_ROUNDS=all` all of them. */
const selected = (mutations: Mutation[], key: string): Mutation[] =>
	mutations.filter((_, index) => all || index % 2 === reservedKeys.indexOf(key) % 2);

describe.each(reservedKeys)('the key %s', (key) => {
	test('is refused as a property', () => {
		const problems = selected(asProperty(key), key).flatMap((mutation) =>
			problemsOf(mutation, outcomeOf(mutation.changed))
		);
		expect(problems).toEqual([]);
	});

	test('as an id is refused or works like any other, and changes no prototype', () => {
		const problems = selected(asId(key), key).flatMap((mutation) =>
			problemsOf(mutation, outcomeOf(mutation.changed))
		);
		expect(problems).toEqual([]);
		expect(Object.keys(Object.prototype)).toEqual([]);
	});
});

test('a layer named "constructor" is drawn, and its switch hides it alone', () => {
	const content = contentOf(PIERS).replace(/"(quellon|laitec|melinka)"/g, '"$1-2"');
	const { story, drawing } = outcomeOf({ 'geo/constructor.geojson': content }).compiled!;
	const style = styleOf({ story, drawing });
	expect(style.layers.map(({ id }) => id)).toContain('constructor symbol');
	const hidden = styleOf({ story, drawing }, { hidden: new Set(['constructor']) });
	const visible = hidden.layers.filter(({ layout }) => layout?.visibility !== 'none').map(({ id }) => id);
	expect(visible).not.toContain('constructor symbol');
	expect(visible).toContain('land');
});
