/**
 * Limits how many live maps exist at once in the frames of a host page. Browsers allow about 16 WebGL contexts for a
 * site. For one more they take the oldest away for good. Many small frames that are all in view would exceed this. So
 * the maps of one origin announce over a BroadcastChannel when they start, and the maps that started first stop.
 *
 * The Web Locks API would be simpler, but browsers deny it to frames without storage access. A sandboxed frame has its
 * own opaque origin and receives no announcements; if it loses its context, it shows the still map.
 */
const MAX_MAPS = 6;

interface Announcement {
	/** Start time and a random number, as text. Comparing two of them tells which map started later. */
	map: string;
	is: 'live' | 'gone';
}

/**
 * Announces a map that starts now and lives until `signal` is aborted. Calls `stop` when MAX_MAPS other maps have
 * started after it. The announcements of maps that start together may arrive in any order.
 */
export function limitLiveMaps(signal: AbortSignal, stop: () => void): void {
	const channel = new BroadcastChannel('border-passages maps');
	// Milliseconds since 1970 with three decimals: all have the same number of digits, so they compare as text.
	const map = `${(performance.timeOrigin + performance.now()).toFixed(3)} ${Math.random()}`;
	const laterMaps = new Set<string>();
	const announce = (is: Announcement['is']): void => channel.postMessage({ map, is } satisfies Announcement);

	channel.addEventListener('message', ({ data }: MessageEvent<Announcement>) => {
		// The maps of a tab in the background keep running, so that they are there when the reader returns to it.
		if (document.hidden) return;
		if (data.is === 'gone') laterMaps.delete(data.map);
		else if (data.map > map && laterMaps.add(data.map).size >= MAX_MAPS) stop();
	});
	announce('live');
	window.addEventListener('pagehide', () => announce('gone'), { signal });
	signal.addEventListener('abort', () => {
		announce('gone');
		channel.close();
	});
}
