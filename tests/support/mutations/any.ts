/** Any value of any file put in place of any other, taken out, doubled or changed over: what nobody thought of. */
import fc from 'fast-check';
import { REGION, TOWNS } from '../story/gate';
import { inJson, inYaml, LAYERS, type Generator } from './mutation';
import { ARTICLE, PASSAGES, type Spoilt } from '../story/story';

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

/** Every member and entry of some data: what holds it, and its key. */
const slotsOf = (data: Spoilt): [holder: Spoilt, key: string][] =>
	data === null || typeof data !== 'object'
		? []
		: Object.keys(data).flatMap((key) => [[data, key] as [Spoilt, string], ...slotsOf(data[key])]);

const deeds = {
	replaced: (holder: Spoilt, key: string, by: unknown) => (holder[key] = by),
	gone: (holder: Spoilt, key: string) =>
		Array.isArray(holder) ? holder.splice(Number(key), 1) : (holder[key] = undefined),
	twice: (holder: Spoilt, key: string) =>
		Array.isArray(holder)
			? holder.splice(Number(key), 0, structuredClone(holder[Number(key)]))
			: (holder[`${key}-2`] = structuredClone(holder[key])),
	wrapped: (holder: Spoilt, key: string) => (holder[key] = [holder[key]]),
	'as another': (holder: Spoilt, key: string, by: unknown, other: [Spoilt, string]) => {
		// Copied, as what stands in itself cannot be written.
		holder[key] = structuredClone(other[0][other[1]]);
	}
};
const deed = fc.constantFrom(...(Object.keys(deeds) as (keyof typeof deeds)[]));

export const anyMutations: Generator = fc
	.tuple(file, deed, fc.nat(), fc.nat(), value)
	.map(([of, name, at, from, by]) => {
		const change = (data: Spoilt): void => {
			const slots = slotsOf(data);
			const [holder, key] = slots[at % slots.length]!;
			deeds[name](holder, key, by, slots[from % slots.length]!);
		};
		const what = `value ${at}, ${name} (${from}, ${JSON.stringify(by)?.slice(0, 60)})`;
		return of === ARTICLE || of === PASSAGES
			? inYaml(what, of, change, 'either')
			: inJson(what, of, change, 'either');
	});
