/** What the coverage reports: shares, words, names of places that are not accounted for. */
import { describe, expect, test } from 'vitest';
import { compile } from '$lib/server/compile';
import {
	files,
	light,
	lightStory,
	PASSAGES,
	TEXT,
	withFile,
	withPassage,
	withPlace,
	withYaml
} from '../../support/story/story';

const { coverage, passages } = lightStory().story;

test('the share quoted is quoted characters divided by all characters, and is within the limit', () => {
	const quoted = passages.reduce((sum, { quote }) => sum + quote.length, 0);
	expect(coverage.share).toBeCloseTo(quoted / files.text.length);
	expect(coverage.share).toBeLessThan(0.6);
});

test('each speaker has a share of the quotes, and the shares add up to 1', () => {
	expect(coverage.bySpeaker.map(({ speaker }) => speaker).toSorted()).toEqual(
		[...new Set(passages.map(({ speaker }) => speaker.name))].toSorted()
	);
	expect(coverage.bySpeaker.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
	const lengths = passages
		.filter(({ speaker }) => speaker.name === 'Poland')
		.map(({ quote }) => quote.length);
	const { share } = coverage.bySpeaker.find(({ speaker }) => speaker === 'Poland')!;
	expect(share * coverage.share * files.text.length).toBeCloseTo(
		lengths.reduce((sum, length) => sum + length, 0)
	);
});

test('quoted and unquoted words add up to the words of the article', () => {
	const count = (text: string): number => text.match(/[^\s–-]*[\p{L}\p{N}][^\s–-]*/gu)?.length ?? 0;
	const last = files.text.slice(passages.at(-1)!.end);
	const unquoted = passages.reduce((sum, { unquotedBefore }) => sum + unquotedBefore, count(last));
	const quoted = passages.reduce((sum, { quote }) => sum + count(quote), 0);
	expect(unquoted + quoted).toBe(count(files.text));
});

test('every name of a place in the article is mapped or left out with a reason', () => {
	expect(coverage.unaccounted).toEqual([]);
	expect(coverage.mapped).toBe(passages.flatMap(({ places }) => places).length);
});

describe('a name of a place in the article', () => {
	const unaccountedIn = (story: typeof files) => compile(story).story.coverage.unaccounted;

	test('is unaccounted for if it is removed from leftOut', () => {
		const changed = withYaml(light, PASSAGES, (data) => {
			data.leftOut = data.leftOut.filter(({ words }: { words: string }) => words !== 'pivot to Russia');
		});
		const start = files.text.indexOf('Russia');
		expect(unaccountedIn(changed)).toEqual([{ words: 'Russia', start }]);
	});

	test('is unaccounted for if its passage does not map it', () => {
		const changed = withPassage(light, 'denied', (passage) => passage.places.shift());
		expect(unaccountedIn(changed)).toEqual([{ words: 'Syria', start: files.text.indexOf('Syria') }]);
	});

	test('is unaccounted for in a sentence that is not quoted', () => {
		const changed = withFile(light, TEXT, (text) => `${text}\nBelarus was silent. Belarusians were not.`);
		const start = files.text.length + 1;
		expect(unaccountedIn(changed)).toEqual([{ words: 'Belarus', start }]);
	});

	test('is not found as a part of another word', () => {
		const changed = withPlace(light, 'minsk', ({ properties }) => (properties.names.en = 'Pol'));
		expect(unaccountedIn(changed)).toEqual([]);
	});
});
