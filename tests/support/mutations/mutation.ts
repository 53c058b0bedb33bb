/** Mutations of the small story in story/gate.ts: a changed file, and what the compiler must do with it. */
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { contentOf, FERRY, ISLANDS, PIERS } from '../story/gate';
import type { AnyData } from '../story/story';

export interface Mutation {
	/** The file and the change, for the message of a test that fails. */
	what: string;
	/** The new content by file. Made on the first access, because most generated mutations are not used. */
	readonly changed: Record<string, string | Buffer>;
	/** `either`: refused, or compiled to what the changed files say. */
	expected: 'refused' | 'drawn' | 'either';
}

export type Generator = fc.Arbitrary<Mutation>;
type Expected = Mutation['expected'];

/** The layer files of the small story. */
export const LAYERS = [ISLANDS, PIERS, FERRY];

/** `change` returns the new content of the file. */
export const inText = (
	what: string,
	file: string,
	change: (text: string) => string | Buffer,
	expected: Expected = 'refused'
): Mutation => {
	let content: string | Buffer | undefined;
	return {
		what: `${file}: ${what}`,
		get changed() {
			return { [file]: (content ??= change(contentOf(file))) };
		},
		expected
	};
};

const inData =
	(read: (text: string) => unknown, write: (data: unknown) => string) =>
	(what: string, file: string, change: (data: AnyData) => void, expected: Expected = 'refused'): Mutation =>
		inText(
			what,
			file,
			(text) => {
				const data = read(text);
				change(data);
				return write(data);
			},
			expected
		);

/** `change` changes the parsed JSON in place. */
export const inJson = inData(JSON.parse, (data) => JSON.stringify(data, null, '\t'));

/** `change` changes the parsed YAML in place. */
export const inYaml = inData(parse, (data) =>
	stringify(data, { lineWidth: 0, aliasDuplicateObjects: false })
);

/** The places with a geometry: the file, the index in `features`, and the type of the geometry. */
export const places: { file: string; index: number; type: string }[] = LAYERS.flatMap((file) =>
	(JSON.parse(contentOf(file)) as AnyData).features.flatMap(
		({ geometry }: { geometry: { type: string } | null }, index: number) =>
			geometry ? [{ file, index, type: geometry.type }] : []
	)
);

/** `change` changes the feature of the place in place. */
export const inPlace = (
	what: string,
	{ file, index }: { file: string; index: number },
	change: (place: AnyData, layer: AnyData) => void,
	expected: Expected = 'refused'
): Mutation =>
	inJson(`features[${index}] ${what}`, file, (data) => change(data.features[index], data), expected);

/** A generator that makes a mutation of a chosen target and one change of a list. */
export const each = <Target, Change>(
	targets: fc.Arbitrary<Target>,
	changes: readonly Change[],
	make: (target: Target, change: Change) => Mutation
): Generator =>
	fc.tuple(targets, fc.constantFrom(...changes)).map(([target, change]) => make(target, change));

export const insert = (text: string, offset: number, inserted: string): string =>
	text.slice(0, offset) + inserted + text.slice(offset);

/** JSON of empty arrays in each other: `[[]]` for a depth of 2. */
export const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
