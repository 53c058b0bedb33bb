/** Keeps the height of the sheet (Sheet in reader/) in step with the scroller of which its heights are snap points. */
import { on } from 'svelte/events';
import type { MapView } from '$lib/map/map-view.svelte';
import type { Reader } from '$lib/reader/reader.svelte';
import { DETENTS } from '$lib/reader/sheet.svelte';

/** Milliseconds without a scroll event, after which the sheet stands still: not every browser has `scrollend`. */
const STILL = 120;

/** @param scroller its children with the class `stop` are at the scroll positions of the heights, the lowest first */
export function followSheet(reader: Reader, view: MapView, scroller: HTMLElement | null): void {
	if (!scroller) return;
	view.sheet = scroller.querySelector<HTMLElement>('.panel') ?? undefined;
	const { sheet, selection } = reader;
	const positions = (): number[] =>
		[...scroller.querySelectorAll<HTMLElement>('.stop')].map(({ offsetTop }) => offsetTop);
	const isSheet = (): boolean => getComputedStyle(scroller).scrollSnapType !== 'none';

	let timer: ReturnType<typeof setTimeout> | undefined;
	on(scroller, 'scroll', () => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			const distances = positions().map((position) => Math.abs(position - scroller.scrollTop));
			sheet.detent = DETENTS[distances.indexOf(Math.min(...distances))] ?? 'peek';
		}, STILL);
	});
	on(scroller, 'focusin', ({ target }) => {
		// What has focus must be seen.
		if (isSheet() && target instanceof Element && target.matches('main :focus-visible'))
			sheet.detent = 'full';
	});
	on(window, 'keydown', (event) => {
		if (event.key === 'Escape' && isSheet() && !reader.isPlace(selection.id)) sheet.stepDown();
	});
	$effect.root(() => {
		$effect(() => {
			scroller.dataset['detent'] = sheet.detent;
			// A browser scrolls every scroller around what a fragment names, but a passage must not raise the sheet.
			void selection.id;
			const top = positions()[DETENTS.indexOf(sheet.detent)];
			if (isSheet() && top !== undefined) scroller.scrollTop = top;
		});
		$effect(() => {
			// The card of a place covers the sheet, and the map above them shows the place.
			if (reader.isPlace(selection.id)) sheet.detent = 'peek';
		});
	});
}
