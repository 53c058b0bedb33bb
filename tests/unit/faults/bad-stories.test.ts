/** Stories with one fault each, as files that anybody can open: tests/fixtures/bad. */
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

/** The faults of the second story once the files of a folder have taken the place of its own. */
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

test.each(readdirSync(FOLDER))('%s is refused with the sentence that stands beside it', (name) => {
	const expected = readFileSync(join(FOLDER, name, 'sentence.txt'), 'utf8').trimEnd();
	expect(sentencesOf(name)).toEqual([expected]);
});
