/**
 * The map of a page through its states: `still`, `loading`, `live`, and `lost` or `unavailable`, which give the still
 * map back; and what map and cards know of each other. A map out of view gives its WebGL context back, and leaves a
 * picture of itself as the reader left it.
 */
import { getContext, setContext } from 'svelte';
import type { Point, Size } from './card-position';
import type { CameraPosition, LiveMap, LiveMapOptions } from './live';
import { readMap } from './map-data';
import { takeTurn } from './webgl-contexts';

export type MapState = 'still' | 'loading' | 'live' | 'lost' | 'unavailable';

/** From which width on a card stands on the map, beside its place: as the style sheets have it. */
export const WIDE = { page: 'min-width: 56rem', frame: 'min-width: 48rem' };

/**
 * Milliseconds until a map that has not come is said to be missing. It may still come: on a slow line that is all that
 * is wrong.
 */
const PATIENCE = 4500;

/** What a map is started with; the rest of its options is this file's own. */
export type Start = Omit<LiveMapOptions, 'data' | 'signal' | 'from' | 'onstate'> & {
	/** Of map.json: a whole address. */
	address: string;
};

/** When the map comes alive: in view and the page idle; in view; or when it is touched. */
export type StartsBy = 'auto' | 'live' | 'click';

export class MapView {
	readonly startsBy: StartsBy;
	state = $state<MapState>('still');
	/** The map as the reader left it, until it is live again. */
	picture = $state.raw<HTMLCanvasElement>();
	/** Where on the map the open card points, in CSS pixels; without it the style sheet places the card. */
	cardPoint = $state.raw<Point>();
	openCard = $state.raw<HTMLElement>();
	/** Of the map, in CSS pixels. */
	size = $state.raw<Size>({ width: 0, height: 0 });
	zoomTo: (place: string) => void = () => undefined;

	#map = $state.raw<LiveMap>();
	#options: (() => Start) | undefined;
	#inView = false;
	#attempt: AbortController | undefined;
	#left: CameraPosition | undefined;
	/** A browser asks only once for a module, whether it fails or hangs. */
	#moduleAwaited = false;

	constructor(startsBy: StartsBy = 'auto') {
		this.startsBy = startsBy;
	}

	/** The live map while it is drawn, and nothing else. */
	get live(): LiveMap | undefined {
		return this.state === 'live' ? this.#map : undefined;
	}

	/** There is a place for the live map on the page. */
	canStart(options: () => Start): void {
		this.#options = options;
	}

	/** Whether the map is in view, in a frame that of its host: only then it is live. */
	seen(inView: boolean): void {
		this.#inView = inView;
		if (!inView && this.state !== 'still' && this.state !== 'unavailable') this.stop();
		if (!inView || this.state !== 'still') return;
		if (this.startsBy === 'live') void this.#start();
		else if (this.startsBy === 'auto')
			whenIdle(() => this.#inView && this.state === 'still' && this.#start());
	}

	/** What was touched answers first. */
	touched(): void {
		whenIdle(() => this.state === 'still' && this.#start());
	}

	/** Anew, when the reader asks for it. */
	retry(): void {
		if (this.#moduleAwaited) location.reload();
		else void this.#start();
	}

	async #start(): Promise<void> {
		const given = this.#options?.();
		if (!given) return;
		const { address, ...options } = given;
		if (this.#map) this.#left = this.#map.position();
		this.#attempt?.abort();
		this.#map = undefined;
		const attempt = (this.#attempt = new AbortController());
		const { signal } = attempt;
		this.#enter('loading');
		takeTurn(signal, () => this.stop());
		const patience = setTimeout(() => {
			if (this.state === 'loading') this.#enter('unavailable');
		}, PATIENCE);
		signal.addEventListener('abort', () => clearTimeout(patience));
		try {
			const [{ startLiveMap }, data] = await Promise.all([this.#bringModule(), readMap(address, signal)]);
			signal.throwIfAborted();
			this.#map = startLiveMap({
				...options,
				data,
				signal,
				from: this.#left,
				onstate: (state) => {
					if (!signal.aborted) this.#enter(state);
					// It came late, and nobody sees it.
					if (this.live && !this.#inView) this.stop();
				}
			});
		} catch {
			if (signal.aborted) return;
			attempt.abort();
			this.#enter('unavailable');
		}
	}

	/** The still map again, under a picture of the live one where there was one. */
	stop(): void {
		const { live } = this;
		if (live) {
			this.#left = live.position();
			this.picture = live.picture();
		}
		this.#attempt?.abort();
		this.#map = undefined;
		this.#enter('still');
	}

	#enter(state: MapState): void {
		this.state = state;
		// Nothing may cover the still map once it is all there is.
		if (state !== 'still' && state !== 'loading') this.picture = undefined;
	}

	async #bringModule(): Promise<typeof import('./live')> {
		this.#moduleAwaited = true;
		const module = await import('./live');
		this.#moduleAwaited = false;
		return module;
	}
}

/** Milliseconds after which a page is not waited for that is never idle: a frame may find no such moment. */
const BUSY = 200;

function whenIdle(run: () => unknown): void {
	if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: BUSY });
	else setTimeout(run, BUSY);
}

export const MAP_VIEW = Symbol('map view');
export const getMapView = (): MapView => getContext<MapView>(MAP_VIEW);
export const setMapView = (view: MapView): MapView => setContext(MAP_VIEW, view);
