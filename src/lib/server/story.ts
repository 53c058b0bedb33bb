/** Loads and compiles the story of the build: that of the folder `STORY`, or of the repository itself. */
import { building, dev } from '$app/environment';
import type { Story } from '$lib/model/story';
import { compile, type Compiled } from './compile';
import { StoryError } from './input/faults';
import { mapPageOf, type MapPage } from './pages/large-story';
import { placeStories, type PlaceStory } from './pages/place-story';
import { readStory } from './input/read';

export interface LoadedStory extends Compiled {
	mapPage: MapPage;
	/** The part of the story for the pages of a place; undefined if there is no such place. */
	placeStory: (id: string) => PlaceStory | undefined;
}

let loaded: LoadedStory | undefined;

/** Compiles the story once; in development on every call, so that edits show. */
export function loadStory(): LoadedStory {
	if (!loaded || dev) {
		const compiled = compileOrExit(process.env['STORY'] ?? '.');
		const { story } = compiled;
		loaded = { ...compiled, mapPage: mapPageOf(story), placeStory: placeStories(story) };
		if (building) console.info(report(story));
	}
	return loaded;
}

/** Prints the faults of the story and exits if this is a build: an exception would add a stack trace. */
function compileOrExit(folder: string): Compiled {
	try {
		return compile(readStory(folder));
	} catch (error) {
		if (!building || !(error instanceof StoryError)) throw error;
		console.error(`\n${error.message}\n`);
		process.exit(1);
	}
}

/** The summary of coverage that a build prints for the editor. */
function report({ article, passages, places, coverage }: Story): string {
	const percent = (share: number): string => `${Math.round(share * 100)} %`;
	const speakers = coverage.bySpeaker.map(({ speaker, share }) => `${speaker} ${percent(share)}`).join(', ');
	const unaccounted = coverage.unaccounted.map(({ words, start }) => `"${words}" at ${start}`).join(', ');
	return [
		`\n"${article.title}": ${passages.length} passages at ${places.length} places.`,
		`Quoted: ${percent(coverage.share)} of the article, of at most ${percent(article.rights.limit)}; of that ${speakers}.`,
		`Mentions: ${coverage.mapped} mapped, ${coverage.leftOut.length} left out with a reason.`,
		...(unaccounted ? [`Named in the article and neither mapped nor left out: ${unaccounted}.`] : []),
		''
	].join('\n');
}
