/**
 * Brings what the live map is made of: the script with MapLibre, the style, and MapLibre's worker. The page's head
 * names them, as links in a template (MapStage.svelte). Where the address wants the map at once, src/app.html has asked
 * for script and style before anything of the page was drawn.
 */
import { readStyle, type ReadStyle } from '$lib/map/style';

export interface Brought {
	style: ReadStyle;
	startWorker: (signal: AbortSignal) => void;
	startLiveMap: typeof globalThis.liveMap.startLiveMap;
}

const [script, style, worker] = [
	...(document.querySelector('template')?.content.querySelectorAll('link') ?? [])
];
const addressOf = (link: HTMLLinkElement | undefined): string =>
	new URL(link?.getAttribute('href') ?? '', document.baseURI).href;

/** MapLibre has been asked for and has not come, yet or ever. */
export let awaited = false;

/** Rejects where something does not come, or where `signal` no longer wants it. */
export async function bringLive(signal: AbortSignal): Promise<Brought> {
	if (script && worker && !script.isConnected) {
		// MapLibre asks for its worker only once it runs itself; sooner the two would share a slow line.
		script.addEventListener('load', () => {
			// Asked for by both, the one answer that nobody has taken would be given when it is asked for anew.
			if (awaited) document.head.append(worker);
		});
		document.head.append(script);
	}
	awaited = true;
	const live = import(/* @vite-ignore */ addressOf(script)).then(() => (awaited = false));
	const [read] = await Promise.all([readStyle(addressOf(style), signal), live]);
	const { startWorker, startLiveMap } = liveMap;
	return { style: read, startWorker: (signal) => startWorker(addressOf(worker), signal), startLiveMap };
}
