/**
 * What a page does once its script has come: nothing that reading needs. The page is complete as it was built; this
 * makes its map move, its card stand beside its place, and its buttons work.
 */
import type { Position } from 'geojson';
import type { Theme } from '$lib/drawing/palette';
import { defaults } from '$lib/embed/parameters';
import type { LiveMap } from '$lib/map/live';
import { cardOf, followAddress, framed, select, selected } from './address';
import { copyPassage, fillCard } from './cards';
import { followParameters, showInList, speakToHost } from './embed';
import { showLayer, shownLayers } from './layers';
import { groupControls } from './roving';
import { createStage } from './stage';
import { createStand } from './stand';

// It may come before the end of the page: nothing that is to be read waits for it.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
else begin();

function begin(): void {
	const embed = document.querySelector<HTMLElement>('[data-embed]');
	const { start } = embed ? followParameters() : defaults;
	const root = document.querySelector('[data-map]') as HTMLElement;
	document.documentElement.dataset['script'] = '';
	const stand = createStand(
		root.querySelector('.stand') as HTMLElement,
		root.querySelector('.ground') as HTMLElement
	);
	const dark = matchMedia('(prefers-color-scheme: dark)');
	const theme = (): Theme =>
		(document.documentElement.dataset['theme'] as Theme | undefined) ?? (dark.matches ? 'dark' : 'light');
	const alone = (): boolean => !framed || document.fullscreenElement !== null;
	let pressed: { place: string; at: Position } | undefined;
	/** What the camera has gone to: a map that comes back stands where the reader left it. */
	let gone = '';

	const stage = createStage(root, {
		start: start === 'auto' && savesData() ? 'click' : start,
		cooperative: () => !alone(),
		theme,
		onpick(place, at) {
			pressed = place ? { place, at } : undefined;
			select(place);
		},
		onmove: placeCard,
		onlive(live) {
			// A restored map has forgotten all of it.
			live.setTheme(theme());
			for (const [layer, visible] of shownLayers()) live.show(layer, visible);
			show(live, selected());
		}
	});

	/**
	 * What was pressed on the map is in view already: the map stays, and the card stands at the press. The words come
	 * first: the map is drawn anew only when they have been.
	 */
	function show(live: LiveMap, id: string): void {
		placeCard();
		requestAnimationFrame(() =>
			setTimeout(() => {
				if (stage.live() === live && selected() === id) turnTo(live, id);
			})
		);
	}

	function turnTo(live: LiveMap, id: string): void {
		const passage = live.passages.find((passage) => passage.id === id);
		live.highlight(passage?.places ?? live.places.flatMap((place) => (place.id === id ? [id] : [])));
		if (pressed?.place !== id) {
			pressed = undefined;
			if (passage && gone !== id) live.camera.showPlaces(passage.places);
			else if (gone !== id) live.camera.showPlace(id, stand.covered());
		}
		gone = id;
	}

	function placeCard(): void {
		const live = stage.live();
		const place = live?.places.find(({ id }) => id === selected());
		const at = place && pressed?.place === place.id && !place.symbol ? pressed.at : place?.anchor;
		stand.pointTo(live && at ? live.locate(at) : undefined);
	}

	const followAgain = followAddress((id) => {
		if (cardOf(id)) fillCard(id);
		else if (id && root.dataset['pages'] && !document.getElementById(id))
			void bringCard(id, root.dataset['pages']);
		if (embed) void showInList(id);
		const live = stage.live();
		if (live) show(live, id);
		else stand.pointTo(undefined);
	});

	async function bringCard(id: string, pages: string): Promise<void> {
		const { fetchCard } = await import('./fetch-card');
		if ((await fetchCard(id, pages)) && selected() === id) followAgain();
	}

	document.addEventListener('click', ({ target }) => {
		const button = target instanceof Element ? target.closest('button') : null;
		const live = stage.live();
		const { view, zoom, zoomTo } = button?.dataset ?? {};
		if (view) live?.camera.showView(view);
		if (zoom) live?.zoom(Number(zoom));
		if (zoomTo) live?.camera.zoomTo(zoomTo, stand.covered());
		if (button?.dataset['start'] !== undefined) stage.retry();
		if (button?.dataset['snippet']) void offerSnippet(button.dataset['snippet']);
		if (button?.dataset['copy'] !== undefined) void copyPassage(button).then(say);
	});
	document.addEventListener('change', ({ target }) => {
		if (!(target instanceof HTMLInputElement) || !target.dataset['layer']) return;
		showLayer(target.dataset['layer'], target.checked);
		stage.live()?.show(target.dataset['layer'], target.checked);
	});
	dark.addEventListener('change', () => stage.live()?.setTheme(theme()));
	groupControls();
	offerFullscreen();
	if (embed) speakToHost(embed);
	document.addEventListener('fullscreenchange', () => stage.live()?.setCooperative(!alone()));
	window.addEventListener('resize', placeCard);
}

/** Few need it: it is loaded when it is asked for. */
async function offerSnippet(address: string): Promise<void> {
	try {
		const { openSnippetDialog } = await import('./snippet-dialog');
		openSnippetDialog(address);
	} catch {
		for (const fault of document.querySelectorAll<HTMLElement>('[data-no-dialog]')) fault.hidden = false;
	}
}

/** The reader has asked for less to be loaded. Not every browser tells. */
function savesData(): boolean {
	const { connection } = navigator as { connection?: { saveData?: boolean } };
	return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}

/** A frame may be forbidden to fill the screen: then there is no such button. */
function offerFullscreen(): void {
	const button = document.querySelector<HTMLButtonElement>('[data-fullscreen]');
	if (!button || !document.fullscreenEnabled) return;
	button.disabled = false;
	button.addEventListener('click', () => {
		if (document.fullscreenElement) void document.exitFullscreen();
		else void document.documentElement.requestFullscreen();
	});
}

function say(sentence: string): void {
	const status = document.querySelector('[data-said]');
	if (status) status.textContent = sentence;
}
