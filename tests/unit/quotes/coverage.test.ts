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

test('the share is that of the characters that are quoted, and below the limit', () => {
	const quoted = passages.reduce((sum, { quote }) => sum + quote.length, 0);
	expect(coverage.share).toBeCloseTo(quoted / files.text.length);
	expect(coverage.share).toBeLessThan(0.6);
});

test('each speaker has a share, and together they have all that is quoted', () => {
	expect(coverage.bySpeaker.map(({ speaker }) => speaker).toSorted()).toEqual(
		[...new Set(passages.map(({ speaker }) => speaker.name))].toSorted()
	);
	expect(coverage.bySpeaker.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
	const own = passages.filter(({ speaker }) => speaker.name === 'Poland').map(({ quote }) => quote.length);
	const { share } = coverage.bySpeaker.find(({ speaker }) => speaker === 'Poland')!;
	expect(share * coverage.share * files.text.length).toBeCloseTo(own.reduce((sum, each) => sum + each, 0));
});

test('quoted and unquoted words together are those of the article', () => {
	const count = (text: string): number => text.match(/[^\s–-]*[\p{L}\p{N}][^\s–-]*/gu)?.length ?? 0;
	const last = files.text.slice(passages.at(-1)!.end);
	const unquoted = passages.reduce((sum, { unquotedBefore }) => sum + unquotedBefore, count(last));
	const quoted = passages.reduce((sum, { quote }) => sum + count(quote), 0);
	expect(unquoted + quoted).toBe(count(files.text));
});

test('no name of a place in the article is unaccounted for', () => {
	expect(coverage.unaccounted).toEqual([]);
	expect(coverage.mapped).toBe(passages.flatMap(({ places }) => places).length);
});

describe('a name in the article that nothing accounts for', () => {
	const unaccounted = (spoilt: typeof files) => compile(spoilt).story.coverage.unaccounted;

	test('is found when its reason for being left out goes', () => {
		const spoilt = withYaml(light, PASSAGES, (data) => {
			data.leftOut = data.leftOut.filter(({ words }: { words: string }) => words !== 'pivot to Russia');
		});
		const start = files.text.indexOf('Russia');
		expect(unaccounted(spoilt)).toEqual([{ words: 'Russia', start }]);
	});

	test('is found when a passage does not map it', () => {
		const spoilt = withPassage(light, 'denied', (passage) => passage.places.shift());
		expect(unaccounted(spoilt)).toEqual([{ words: 'Syria', start: files.text.indexOf('Syria') }]);
	});

	test('is found in a sentence added to the article', () => {
		const added = withFile(light, TEXT, (text) => `${text}\nBelarus was silent. Belarusians were not.`);
		const start = files.text.length + 1;
		expect(unaccounted(added)).toEqual([{ words: 'Belarus', start }]);
	});

	test('is not found inside another word', () => {
		const renamed = withPlace(light, 'minsk', ({ properties }) => (properties.names.en = 'Pol'));
		expect(unaccounted(renamed)).toEqual([]);
	});
});
