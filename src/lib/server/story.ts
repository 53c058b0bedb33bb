/** The one story this build is about: `STORY=<folder>`, or the repository's own. Compiled once; again in development. */
import { building, dev } from '$app/environment';
import type { Story } from '$lib/model/story';
import { compile, type Compiled } from './compile';
import { StoryError } from './input/faults';
import { mapPageOf, type MapPage } from './pages/large-story';
import { placeStories, type PlaceStory } from './pages/place-story';
import { readStory } from './input/read';

export interface Loaded extends Compiled {
	mapPage: MapPage;
	ofPlace: (id: string) => PlaceStory | undefined;
}

let loaded: Loaded | undefined;

export function loadStory(): Loaded {
	if (!loaded || dev) {
		const compiled = compileOrExit(process.env['STORY'] ?? '.');
		const { story } = compiled;
		loaded = { ...compiled, mapPage: mapPageOf(story), ofPlace: placeStories(story) };
		if (building) console.info(report(story));
	}
	return loaded;
}

/** A build with a fault in the story ends here, with the sentences and without the stack of a crash. */
function compileOrExit(folder: string): Compiled {
	try {
		return compile(readStory(folder));
	} catch (error) {
		if (!building || !(error instanceof StoryError)) throw error;
		console.error(`\n${error.message}\n`);
		process.exit(1);
	}
}

/** What a build tells the editor of its coverage. */
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
