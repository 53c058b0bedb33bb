/** Faults of the story's folder: missing files, encodings, byte order marks. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readStory, type StoryFiles } from '$lib/server/input/read';
import { ARTICLE, errorOf, files, light, PASSAGES, sentencesOf, TEXT } from '../../support/story/story';

const folders: string[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Writes a story to a new folder. The default compiles fast and has towns. */
function folderWithStory(story: StoryFiles = { ...light, towns: files.towns }): string {
	const folder = mkdtempSync(join(tmpdir(), 'story-'));
	folders.push(folder);
	for (const part of ['article', 'geo/basemap']) mkdirSync(join(folder, part), { recursive: true });
	const { article, passages, layers, region, towns } = story;
	for (const file of [{ file: TEXT, text: story.text }, article, passages, ...layers, region, towns])
		if (file) writeFileSync(join(folder, file.file), file.text!);
	return folder;
}

describe("a story's folder", () => {
	test.each([
		['article/article.txt', /article\/article\.txt: the file is missing\. Add it/],
		['article/article.yaml', /article\/article\.yaml: the file is missing\. Add it/],
		['article/passages.yaml', /article\/passages\.yaml: the file is missing\. Add it/],
		['geo', /geo: the folder holds no layer\. Add a GeoJSON file/]
	])('without %s makes a fault', (file, sentence) => {
		const folder = folderWithStory();
		rmSync(join(folder, file), { recursive: true });
		expect(errorOf(readStory(folder)).message).toMatch(sentence);
	});

	test('with a file that is not UTF-8 makes a fault that says how to save it', () => {
		const folder = folderWithStory();
		writeFileSync(join(folder, ARTICLE), Buffer.from('title: Ku\xbfnica', 'latin1'));
		expect(errorOf(readStory(folder)).message).toMatch(
			/article\.yaml: the file is not UTF-8.*Save it as UTF-8/
		);
	});

	test.each([TEXT, ARTICLE, PASSAGES, 'geo/border.geojson', 'geo/basemap/towns.geojson'])(
		'with a byte order mark in %s makes a fault, and the file is checked all the same',
		(file) => {
			const folder = folderWithStory();
			writeFileSync(join(folder, file), `\ufeff${readFileSync(join(folder, file), 'utf8')}`);
			expect(sentencesOf(readStory(folder))).toEqual([
				`${file}: the file begins with a byte order mark. Save it as UTF-8 without one.`
			]);
		}
	);

	test('with an empty article makes one fault', () => {
		const folder = folderWithStory();
		writeFileSync(join(folder, TEXT), '');
		expect(sentencesOf(readStory(folder))).toEqual([
			expect.stringMatching(/article\.txt: the file is empty/)
		]);
	});

	test('with all files is read completely', () => {
		expect(readStory(folderWithStory(files))).toEqual(files);
	});
});
