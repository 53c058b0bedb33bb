/**
 * The state of the map of a page: `still`, `loading` and `live`, or `lost` and `unavailable`, in which the still map is
 * shown again. It also holds what map and cards need to know of each other. A live map that leaves the viewport is
 * removed, which frees its WebGL context, and a picture of it is shown instead.
 */
import { getContext, setContext } from 'svelte';
import { isFontLoaded } from '$lib/style/label-font';
import type { Parameters } from '$lib/model/parameters';
import type { CameraPosition } from './camera/card-room';
import type { Size, Target } from './card-position';
import type { LiveMap, LiveMapOptions } from './live';
import { readMap } from './map-data';
import { limitLiveMaps } from './webgl-contexts';

export type MapState = 'still' | 'loading' | 'live' | 'lost' | 'unavailable';

/**
 * Media queries for a card that is on the map, beside its place. The style sheets of the pages have the same widths.
 */
export const WIDE = { page: 'min-width: 56rem', frame: 'min-width: 60rem' };

/**
 * Milliseconds of loading after which the map is called unavailable. It may still become live, on a slow connection.
 */
const LOADING_TIMEOUT = 4500;

/** The options of a live map that Map.svelte gives; this file sets the others. */
export type StartOptions = Omit<
	LiveMapOptions,
	'data' | 'hasFont' | 'signal' | 'from' | 'view' | 'onstate' | 'oncover'
> & {
	/** Absolute URL of `map.json`. */
	url: string;
};

export class MapView {
	readonly startMode: Parameters['start'];
	state = $state<MapState>('still');
	/** Id of the view that was asked for last; its still map is shown while there is no live map. */
	asked = $state<string>();
	/** Id of the place that was pressed last on a still map, until the live map has answered. */
	pressed = '';
	/** Whether the still map covers the live map, which has not rendered yet what was asked for. */
	covered = $state(false);
	/** Whether starting again could help: the browser has WebGL. */
	canRetry = $state(true);
	/** A picture of the last live map, until there is another. */
	picture = $state.raw<HTMLCanvasElement>();
	/** What the open card must not cover, in CSS pixels on the map; if undefined, the style sheet positions the card. */
	cardTarget = $state.raw<Target>();
	openCard = $state.raw<HTMLElement>();
	/** The sheet that holds the passages on a phone. */
	sheet = $state.raw<HTMLElement>();
	/** CSS pixels. */
	cardSize = $state.raw<Size>({ width: 0, height: 0 });
	size = $state.raw<Size>({ width: 0, height: 0 });

	#map = $state.raw<LiveMap>();
	/** Id of a view that was asked for after the live map had started, and before it was live. */
	#next: string | undefined;
	#getOptions: (() => StartOptions) | undefined;
	#inView = false;
	#attempt: AbortController | undefined;
	/** Where the camera of the last live map was. */
	#lastPosition: CameraPosition | undefined;
	/** A browser does not request a module again whose import has failed or hangs. Only reloading the page helps then. */
	#isImportIncomplete = false;

	constructor(startMode: Parameters['start'] = 'auto') {
		this.startMode = startMode;
	}

	/** The live map; undefined in every state but `live`. */
	get live(): LiveMap | undefined {
		return this.state === 'live' ? this.#map : undefined;
	}

	/**
	 * Covers the live map with the still map of a view, unless the live map shows what is asked for. Whoever calls this moves
	 * the camera later, and then uncovers the live map.
	 */
	ask(view: string, isShown: boolean): void {
		this.asked = view;
		if (this.live) {
			if (!isShown) this.live.cover();
			return;
		}
		this.#next = view;
		// Neither the picture nor the position of the last live map is what is asked for.
		this.picture = undefined;
		this.#lastPosition = undefined;
	}

	/** Shows a view on the live map, or the still map of it. */
	show(view: string): void {
		this.ask(view, true);
		this.live?.camera.showView(view);
	}

	/** To be called once the live map has a container. Before that it cannot start. */
	setOptions(getOptions: () => StartOptions): void {
		this.#getOptions = getOptions;
	}

	/** To be called when the map enters or leaves the viewport. A live map exists only inside it. */
	setInView(inView: boolean): void {
		this.#inView = inView;
		if (!inView && this.state !== 'still' && this.state !== 'unavailable') this.stop();
		if (!inView || this.state !== 'still') return;
		if (this.startMode === 'live') void this.#start();
		else if (this.startMode === 'auto')
			whenIdle(() => this.#inView && this.state === 'still' && this.#start());
	}

	/** Waits until the page is idle, so that the element that was touched responds first. */
	touched(): void {
		whenIdle(() => this.state === 'still' && this.#start());
	}

	retry(): void {
		if (this.#isImportIncomplete) location.reload();
		else void this.#start();
	}

	async #start(): Promise<void> {
		const startOptions = this.#getOptions?.();
		if (!startOptions) return;
		const { url, ...options } = startOptions;
		if (this.#map && !this.#next) this.#lastPosition = this.#map.position();
		this.#attempt?.abort();
		this.#map = undefined;
		const attempt = (this.#attempt = new AbortController());
		const { signal } = attempt;
		this.#setState('loading');
		limitLiveMaps(signal, () => this.stop());
		const timeout = setTimeout(() => {
			if (this.state === 'loading') this.#setState('unavailable');
		}, LOADING_TIMEOUT);
		signal.addEventListener('abort', () => clearTimeout(timeout));
		try {
			const [{ startLiveMap }, data] = await Promise.all([this.#importLive(), readMap(url, signal)]);
			const hasFont = await isFontLoaded();
			signal.throwIfAborted();
			this.#next = undefined;
			this.#map = startLiveMap({
				...options,
				data,
				hasFont,
				signal,
				from: this.#lastPosition,
				view: this.asked,
				oncover: (covered) => (this.covered = covered),
				onstate: (state) => {
					if (!signal.aborted) this.#setState(state);
					if (this.live) this.#showNext();
					// The map left the viewport while it was loading.
					if (this.live && !this.#inView) this.stop();
				}
			});
		} catch (error) {
			if (signal.aborted) return;
			attempt.abort();
			this.canRetry = !(error instanceof Error && error.name === 'GPUInitializationError');
			this.#setState('unavailable');
		}
	}

	#showNext(): void {
		if (this.#next) this.show(this.#next);
		this.#next = undefined;
	}

	/** Removes the live map. If it was drawn, a picture of it is shown over the still map. */
	stop(): void {
		const { live } = this;
		if (live) {
			this.#lastPosition = live.position();
			if (!this.covered) this.picture = live.picture();
		}
		this.#attempt?.abort();
		this.#map = undefined;
		this.#setState('still');
	}

	#setState(state: MapState): void {
		this.state = state;
		// The live map replaces the picture. After a failure the still map is used, and nothing may cover it.
		if (state !== 'still' && state !== 'loading') this.picture = undefined;
	}

	async #importLive(): Promise<typeof import('./live')> {
		this.#isImportIncomplete = true;
		const module = await import('./live');
		this.#isImportIncomplete = false;
		return module;
	}
}

/** Milliseconds to wait at most for an idle page: a browser may never report that a frame is idle. */
const IDLE_TIMEOUT = 200;

function whenIdle(run: () => unknown): void {
	if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: IDLE_TIMEOUT });
	else setTimeout(run, IDLE_TIMEOUT);
}

export const MAP_VIEW = Symbol('map view');
export const getMapView = (): MapView => getContext<MapView>(MAP_VIEW);
export const setMapView = (view: MapView): MapView => setContext(MAP_VIEW, view);
