/**
 * Each folder in tests/fixtures/bad replaces some files of the second story and so adds one fault. Its sentence.txt is
 * the message that the build must give.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compile } from '$lib/server/compile';
import { sentence, StoryError } from '$lib/server/input/faults';
import { readStory } from '$lib/server/input/read';

const FOLDER = 'tests/fixtures/bad';
const work = mkdtempSync(join(tmpdir(), 'bad-stories-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Compiles the second story with the files of this folder copied over it, and returns the sentences of its faults. */
function sentencesOf(name: string): string[] {
	const story = join(work, name);
	cpSync('tests/fixtures/stories/second', story, { recursive: true });
	cpSync(join(FOLDER, name), story, { recursive: true });
	try {
		compile(readStory(story));
		return [];
	} catch (error) {
		if (error instanceof StoryError) return error.faults.map(sentence);
		throw error;
	}
}

test.each(readdirSync(FOLDER))('%s is refused with the message in its sentence.txt', (name) => {
	const expected = readFileSync(join(FOLDER, name, 'sentence.txt'), 'utf8').trimEnd();
	expect(sentencesOf(name)).toEqual([expected]);
});
