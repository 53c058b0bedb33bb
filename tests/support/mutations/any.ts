/** Mutations of any value in any file, for mistakes that the other generators do not have. */
import fc from 'fast-check';
import { REGION, TOWNS } from '../story/gate';
import { inJson, inYaml, LAYERS, type Generator } from './mutation';
import { ARTICLE, PASSAGES, type AnyData } from '../story/story';

const file = fc.constantFrom(...LAYERS, ...LAYERS, TOWNS, REGION, ARTICLE, PASSAGES);

const value = fc.oneof(
	fc.constantFrom<unknown>(
		null,
		true,
		false,
		0,
		-1,
		1e308,
		-1e308,
		5e-324,
		'',
		' ',
		[],
		{},
		[null],
		[[]],
		[{}]
	),
	fc.constantFrom<unknown>(
		'__proto__',
		'constructor',
		'ruta',
		'isla-grande',
		'quellon',
		'es',
		'2024-02-30',
		'https:'
	),
	fc.integer(),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.string({ unit: 'binary', maxLength: 40 }),
	fc.jsonValue({ maxDepth: 3 })
);

/** Every value in the data, at any depth, as its object or array and its key. */
const slotsOf = (data: AnyData): [holder: AnyData, key: string][] =>
	data === null || typeof data !== 'object'
		? []
		: Object.keys(data).flatMap((key) => [[data, key] as [AnyData, string], ...slotsOf(data[key])]);

const operations = {
	replaced: (holder: AnyData, key: string, replacement: unknown) => (holder[key] = replacement),
	removed: (holder: AnyData, key: string) =>
		Array.isArray(holder) ? holder.splice(Number(key), 1) : (holder[key] = undefined),
	duplicated: (holder: AnyData, key: string) =>
		Array.isArray(holder)
			? holder.splice(Number(key), 0, structuredClone(holder[Number(key)]))
			: (holder[`${key}-2`] = structuredClone(holder[key])),
	wrapped: (holder: AnyData, key: string) => (holder[key] = [holder[key]]),
	'replaced by another': (holder: AnyData, key: string, _replacement: unknown, other: [AnyData, string]) => {
		// A copy, because a value that contains itself cannot be written as JSON or YAML.
		holder[key] = structuredClone(other[0][other[1]]);
	}
};
const operation = fc.constantFrom(...(Object.keys(operations) as (keyof typeof operations)[]));

export const anyMutations: Generator = fc
	.tuple(file, operation, fc.nat(), fc.nat(), value)
	.map(([mutatedFile, name, chosen, otherChosen, replacement]) => {
		const change = (data: AnyData): void => {
			const slots = slotsOf(data);
			const [holder, key] = slots[chosen % slots.length]!;
			operations[name](holder, key, replacement, slots[otherChosen % slots.length]!);
		};
		const what = `value ${chosen}, ${name} (${otherChosen}, ${JSON.stringify(replacement)?.slice(0, 60)})`;
		return mutatedFile === ARTICLE || mutatedFile === PASSAGES
			? inYaml(what, mutatedFile, change, 'either')
			: inJson(what, mutatedFile, change, 'either');
	});
