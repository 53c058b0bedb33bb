/**
 * The map of a page through its states: `still`, `loading`, `live`, and `lost` or `unavailable`, which give the still
 * map back. A map out of view gives its WebGL context back too, and leaves a picture of itself as the reader left it.
 */
import type { Position } from 'geojson';
import type { Theme } from '$lib/drawing/palette';
import type { CameraPosition, LiveMap } from '$lib/map/live';
import { awaited, bringLive } from './bring';
import { takeTurn } from './ration';

export type State = 'still' | 'loading' | 'live' | 'lost' | 'unavailable';

export interface StageOptions {
	/** When the map comes alive: in view and the page idle; in view; or when it is touched. */
	start: 'auto' | 'live' | 'click';
	cooperative: () => boolean;
	theme: () => Theme;
	onpick: (place: string | undefined, at: Position) => void;
	onmove: () => void;
	/** A live map has drawn and is to be told everything. */
	onlive: (live: LiveMap) => void;
}

export interface Stage {
	/** The live map while it is drawn, and nothing else. */
	live(): LiveMap | undefined;
	/** Anew, when the reader asks for it. */
	retry(): void;
}

/** Milliseconds after which a page is not waited for that is never idle: a frame's browser may find no such moment. */
const BUSY = 200;

/**
 * Milliseconds until a map that has not come is said to be missing. It may still come: on a slow line that is all that
 * is wrong.
 */
const PATIENCE = 4500;

export function createStage(root: HTMLElement, options: StageOptions): Stage {
	const ground = root.querySelector('.ground') as HTMLElement;
	const container = ground.querySelector('.live') as HTMLElement;
	let live: LiveMap | undefined;
	let attempt: AbortController | undefined;
	let left: CameraPosition | undefined;
	let picture: HTMLCanvasElement | undefined;
	let inView = false;
	const state = (): State => root.dataset['map'] as State;

	function enter(state: State): void {
		const focused = document.activeElement;
		root.dataset['map'] = state;
		for (const control of root.querySelectorAll<HTMLButtonElement>('[data-needs-live]'))
			control.disabled = state !== 'live';
		for (const fault of root.querySelectorAll<HTMLElement>('.fault > p'))
			fault.hidden = state !== 'lost' && state !== 'unavailable';
		// Nothing may cover the still map once it is all there is.
		if (state !== 'still' && state !== 'loading') picture?.remove();
		if (state === 'live' && live) options.onlive(live);
		// What had focus may be switched off or gone; the reader goes on from the map.
		if (focused instanceof HTMLElement && root.contains(focused) && !canBeUsed(focused))
			ground.focus({ preventScroll: true });
	}

	/** Wanted at once, it is on its way before the browser tells whether the map is in view. */
	let ahead = options.start === 'live' ? bringLive(new AbortController().signal) : undefined;
	ahead?.catch(() => undefined);

	async function start(): Promise<void> {
		if (live) left = live.position();
		attempt?.abort();
		live = undefined;
		const current = (attempt = new AbortController());
		const { signal } = current;
		enter('loading');
		takeTurn(signal, stop);
		const patience = setTimeout(() => {
			if (state() === 'loading') enter('unavailable');
		}, PATIENCE);
		signal.addEventListener('abort', () => clearTimeout(patience));
		try {
			const bringing = ahead ?? bringLive(signal);
			// What failed once is asked for anew.
			ahead = undefined;
			const { style, startWorker, startLiveMap } = await bringing;
			startWorker(signal);
			// MapLibre's own beginnings were long: the worker begins, and the reader's presses come in between.
			await new Promise((resolve) => setTimeout(resolve));
			signal.throwIfAborted();
			live = startLiveMap({
				container,
				style,
				signal,
				theme: options.theme(),
				from: left,
				cooperative: options.cooperative(),
				onpick: options.onpick,
				onmove: options.onmove,
				onstate: (state) => {
					if (!signal.aborted) enter(state);
					// It came late, and nobody sees it.
					if (state === 'live' && !inView) stop();
				}
			});
		} catch {
			if (signal.aborted) return;
			current.abort();
			enter('unavailable');
		}
	}

	function stop(): void {
		if (live && state() === 'live') {
			picture?.remove();
			picture = document.createElement('canvas');
			picture.className = 'picture';
			picture.style.width = `${container.clientWidth}px`;
			left = live.position();
			live.drawOn(picture);
			container.after(picture);
		}
		attempt?.abort();
		live = undefined;
		enter('still');
	}

	const idle = (run: () => void): unknown =>
		globalThis.requestIdleCallback?.(run, { timeout: BUSY }) ?? setTimeout(run, 200);
	new IntersectionObserver((entries) => {
		inView = entries.some(({ isIntersecting }) => isIntersecting);
		if (!inView && state() !== 'unavailable' && state() !== 'still') stop();
		if (!inView || state() !== 'still' || options.start === 'click') return;
		if (options.start === 'live') void start();
		else
			idle(() => {
				if (inView && state() === 'still') void start();
			});
	}).observe(container);
	// What was touched answers first.
	root.addEventListener('pointerdown', () =>
		idle(() => {
			if (state() === 'still') void start();
		})
	);

	return {
		live: () => (state() === 'live' ? live : undefined),
		retry() {
			// A browser asks only once for a module, whether it fails or hangs.
			if (awaited) location.reload();
			else void start();
		}
	};
}

const canBeUsed = (control: HTMLElement): boolean =>
	control.checkVisibility() && !control.matches(':disabled');
