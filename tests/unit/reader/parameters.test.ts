/** The query parameters of /embed/. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeParameters } from '$lib/embed/snippet';
import { defaultParameters as defaults, parameterValues, type Parameters } from '$lib/model/parameters';
import { readParameters } from '$lib/reader/parameters';

const runs = { numRuns: 2000, seed: 20211120 };
const layerIds = ['border', 'border-camp', 'crossing-points', 'origin-countries'];

const parameters: fc.Arbitrary<Parameters> = fc.record({
	layers: fc.option(fc.subarray(layerIds, { minLength: 1 }), { nil: undefined }),
	comments: fc.boolean(),
	theme: fc.constantFrom('auto', 'light', 'dark'),
	list: fc.boolean(),
	start: fc.constantFrom('auto', 'live', 'click')
});

const names = fc.constantFrom(
	'layers',
	'comments',
	'theme',
	'list',
	'start',
	'__proto__',
	'constructor',
	'childId'
);
const values = fc.oneof(
	fc.constantFrom(
		'on',
		'off',
		'auto',
		'dark',
		'live',
		'border',
		'border,border-camp',
		'toString',
		'%00',
		'%'
	),
	fc.string({ unit: 'binary' })
);
const query = fc
	.array(fc.tuple(names, values, fc.boolean()), { maxLength: 8 })
	.map((pairs) =>
		pairs.map(([name, value, encode]) => `${name}=${encode ? new URLSearchParams([['', value]]) : value}`)
	)
	.map((pairs) => `?${pairs.join('&')}`);

function expectValid(read: Parameters) {
	expect(Object.keys(read)).toEqual(['layers', 'comments', 'theme', 'list', 'start']);
	expect(typeof read.comments).toBe('boolean');
	expect(typeof read.list).toBe('boolean');
	expect(['auto', 'light', 'dark']).toContain(read.theme);
	expect(['auto', 'live', 'click']).toContain(read.start);
	if (read.layers === undefined) return;
	expect(read.layers.length).toBeGreaterThan(0);
	expect(read.layers).toEqual(layerIds.filter((id) => read.layers?.includes(id)));
}

test('without parameters everything is shown except the comments', () => {
	expect(readParameters('', layerIds)).toEqual(defaults);
	expect(defaults).toEqual({ layers: undefined, comments: false, theme: 'auto', list: true, start: 'auto' });
	expect(writeParameters(defaults)).toBe('');
});

test('each parameter is read', () => {
	const search = '?layers=crossing-points,border&comments=on&theme=dark&list=off&start=click';
	expect(readParameters(search, layerIds)).toEqual({
		layers: ['border', 'crossing-points'],
		comments: true,
		theme: 'dark',
		list: false,
		start: 'click'
	});
});

test('any query is read as valid parameters', () => {
	fc.assert(
		fc.property(fc.oneof(query, fc.string({ unit: 'binary', maxLength: 200 })), (search) => {
			expectValid(readParameters(search, layerIds));
		}),
		runs
	);
});

test('written parameters are read back unchanged', () => {
	fc.assert(
		fc.property(parameters, (given) => {
			expect(readParameters(writeParameters(given), layerIds)).toEqual(given);
			expect(readParameters(`?${writeParameters(given)}&childId=a&parentUrl=b`, layerIds)).toEqual(given);
		}),
		runs
	);
});

test('only parameters that differ from their default are written, in a fixed order', () => {
	const given: Parameters = { ...defaults, start: 'live', layers: ['border-camp', 'border'] };
	expect(writeParameters(given)).toBe('layers=border-camp,border&start=live');
	expect(writeParameters({ ...defaults, layers: [] })).toBe('');
	expect(writeParameters({ ...defaults, layers: ['a&b=c#'] })).toBe('layers=a%26b%3Dc%23');
});

test.each([
	['that is repeated', 'theme=dark&theme=dark'],
	['with a capital letter', 'theme=Dark'],
	['that is empty', 'theme=&list=&layers='],
	['with a NUL', 'theme=dark%00'],
	['that is a property of Object.prototype', 'theme=toString&__proto__=1&layers=__proto__,constructor'],
	['with invalid percent-encoding', 'theme=%E0%A4%A&layers=%'],
	['that is a number instead of a word', 'comments=1&list=0'],
	['that is an unknown layer', 'layers=roads'],
	['with too many layers', `layers=border,${'x'.repeat(1000)}`],
	['of 10 kB', `start=${'live'.repeat(2500)}`],
	['that is a URL', 'theme=javascript:alert(1)']
])('a value %s is replaced by the default', (_, search) => {
	expect(readParameters(search, layerIds)).toEqual(defaults);
});

test('an unknown layer is ignored and the others are shown', () => {
	expect(readParameters('layers=roads,border,border,', layerIds).layers).toEqual(['border']);
});

test('each value of a parameter is read and written back, and the default is left out', () => {
	expect(['layers', ...Object.keys(parameterValues)]).toEqual(Object.keys(defaults));
	for (const [name, [standard, ...others]] of Object.entries(parameterValues)) {
		expect(readParameters(`${name}=${standard}`, layerIds)).toEqual(defaults);
		expect(writeParameters(readParameters(`${name}=${standard}`, layerIds))).toBe('');
		for (const value of others)
			expect(writeParameters(readParameters(`${name}=${value}`, layerIds))).toBe(`${name}=${value}`);
	}
});
