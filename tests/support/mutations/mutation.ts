/** What a generator of the data gate makes: one change of one story, and what has to come of it. */
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { contentOf, FERRY, ISLANDS, PIERS } from '../story/gate';
import type { Spoilt } from '../story/story';

export interface Mutation {
	/** For whom a test fails. */
	what: string;
	/** Contents in place of their own; made when it is asked for. */
	readonly changed: Record<string, string | Buffer>;
	/** `either`: refused, or drawn as the changed files say. */
	expected: 'refused' | 'drawn' | 'either';
}

export type Generator = fc.Arbitrary<Mutation>;
type Expected = Mutation['expected'];

export const LAYERS = [ISLANDS, PIERS, FERRY];

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
	(what: string, file: string, change: (data: Spoilt) => void, expected: Expected = 'refused'): Mutation =>
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

export const inJson = inData(JSON.parse, (data) => JSON.stringify(data, null, '\t'));

export const inYaml = inData(parse, (data) =>
	stringify(data, { lineWidth: 0, aliasDuplicateObjects: false })
);

/** One of the places that are drawn: its file, and where in the file it stands. */
export const places: { file: string; index: number; type: string }[] = LAYERS.flatMap((file) =>
	(JSON.parse(contentOf(file)) as Spoilt).features.flatMap(
		({ geometry }: { geometry: { type: string } | null }, index: number) =>
			geometry ? [{ file, index, type: geometry.type }] : []
	)
);

export const inPlace = (
	what: string,
	{ file, index }: { file: string; index: number },
	change: (place: Spoilt, layer: Spoilt) => void,
	expected: Expected = 'refused'
): Mutation =>
	inJson(`features[${index}] ${what}`, file, (data) => change(data.features[index], data), expected);

/** A generator of a fixed list of changes, each made to something that is chosen. */
export const each = <Chosen, Change>(
	chosen: fc.Arbitrary<Chosen>,
	changes: readonly Change[],
	make: (chosen: Chosen, change: Change) => Mutation
): Generator => fc.tuple(chosen, fc.constantFrom(...changes)).map(([of, change]) => make(of, change));

export const insert = (text: string, at: number, what: string): string =>
	text.slice(0, at) + what + text.slice(at);

export const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
