/** The one story this build is about: `STORY=<folder>`, or the repository's own. Compiled once; again in development. */
import { dev } from '$app/environment';
import { compile, type Compiled } from './compile';
import { readStory } from './read';

let compiled: Compiled | undefined;

export function loadStory(): Compiled {
	if (!compiled || dev) compiled = compile(readStory(process.env['STORY'] ?? '.'));
	return compiled;
}
