/**
 * How many maps of one host page are live at once. A browser gives a site some sixteen WebGL contexts, and for one more
 * takes the oldest away and never gives it back; small frames that are all in view would ask for more. So the maps of
 * one origin tell each other when they start, and one after which so many others have started gives its turn up.
 *
 * Not by locks, which browsers deny to frames that they allow no storage. A sandboxed frame shares nothing with any
 * other: it hears nobody, and where its context is taken away falls back on the still map.
 */
const MOST = 6;

interface News {
	/** When it started and which it is, in that order: of any two maps one is the later. */
	map: string;
	is: 'live' | 'gone';
}

/** The map that lives until `signal` is aborted starts now; `giveUp` is called where it has become one too many. */
export function takeTurn(signal: AbortSignal, giveUp: () => void): void {
	const channel = new BroadcastChannel('border-passages maps');
	// In milliseconds; of as many digits for each. What frames that start together tell, they hear in any order.
	const map = `${(performance.timeOrigin + performance.now()).toFixed(3)} ${Math.random()}`;
	const later = new Set<string>();
	const tell = (is: News['is']): void => channel.postMessage({ map, is } satisfies News);

	channel.addEventListener('message', ({ data }: MessageEvent<News>) => {
		// A reader's other tabs keep theirs, for when they are looked at again.
		if (document.hidden) return;
		if (data.is === 'gone') later.delete(data.map);
		else if (data.map > map && later.add(data.map).size >= MOST) giveUp();
	});
	tell('live');
	window.addEventListener('pagehide', () => tell('gone'), { signal });
	signal.addEventListener('abort', () => {
		tell('gone');
		channel.close();
	});
}
